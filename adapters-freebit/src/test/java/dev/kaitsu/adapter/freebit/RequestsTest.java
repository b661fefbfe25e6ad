package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.testkit.ASim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request is what the specs want, in one field of a form")
class RequestsTest {
  private static final PhoneNumber LINE = new PhoneNumber("090-0000-4711");
  private static final FreebitMapping BUNDLED = FreebitMapping.bundled();

  @Test
  @DisplayName("PA02-01 registers one line with its card")
  void registration() {
    assertThat(json(SimKind.PHYSICAL_NEW, SimCall.ACCOUNT_REGISTRATION))
        .isEqualTo(
            "{'createType':'new','requestDatas':[{'kind':'MVNO','account':'09000004711',"
                + "'planCode':'PASI_10G','productNumber':'AX0000000000815'}]}");
  }

  @Test
  @DisplayName("PA05-19 registers a ported number with its card")
  void portedCard() {
    assertThat(json(SimKind.PHYSICAL_PORT_IN, SimCall.SEMI_BLACK_REGISTRATION))
        .isEqualTo(
            "{'aladinOperated':'20','createType':'new','account':'09000004711',"
                + "'productNumber':'AX0000000000815','planCode':'PASI_10G','mnp':{'method':'10',"
                + "'reserveNumber':'1234509876','reserveExpireDate':'20261231'}}");
  }

  @Test
  @DisplayName("PA05-05 confirms the user, and says who it is")
  void voice() {
    assertThat(json(SimKind.PHYSICAL_NEW, SimCall.VOICE_REGISTRATION))
        .isEqualTo(
            "{'account':'09000004711','userConfirmed':'10','aladinOperated':'20',"
                + "'talkOption':{'voiceMail':'10','callWaiting':'20'},'lastnameKanji':'開通',"
                + "'firstnameKanji':'花子','lastnameZenKana':'カイツウ','firstnameZenKana':'ハナコ',"
                + "'gender':'W','birthday':'19900102'}");
  }

  @Test
  @DisplayName("PA05-41 activates an eSIM with a new number, without a word about the person")
  void esim() {
    assertThat(json(SimKind.ESIM_NEW, SimCall.ESIM_ACTIVATION))
        .isEqualTo(
            "{'aladinOperated':'20','eid':'89000000000000000000000000004711',"
                + "'account':'09000004711','simKind':'E0','addKind':'N','planCode':'PASI_10G'}");
  }

  @Test
  @DisplayName("PA05-41 says how accounts are made only where the mapping file does")
  void esimCreateType() {
    var calls = new ActivationCalls(FreebitMapping.with("test", List.of("PA05-41.createType=add")));

    assertThat(json(calls.of(ASim.request(SimKind.ESIM_NEW, LINE), SimCall.ESIM_ACTIVATION)))
        .contains("'createType':'add'");
  }

  @Test
  @DisplayName("PA05-41 of a ported number has the person inside mnp, and not operated")
  void esimPortIn() {
    assertThat(json(SimKind.ESIM_PORT_IN, SimCall.ESIM_ACTIVATION))
        .isEqualTo(
            "{'aladinOperated':'20','eid':'89000000000000000000000000004711',"
                + "'account':'09000004711','simKind':'E0','addKind':'M','planCode':'PASI_10G',"
                + "'mnp':{'reserveNumber':'1234509876','reserveExpireDate':'20261231',"
                + "'lastnameKanji':'開通','firstnameKanji':'花子','lastnameZenKana':'カイツウ',"
                + "'firstnameZenKana':'ハナコ','gender':'W','birthday':'19900102'}}");
  }

  @Test
  @DisplayName("lines are asked for, given data, and changed")
  void lines() {
    var calls = new LineCalls(BUNDLED);
    var day = LocalDate.of(2027, 4, 1);
    assertThat(json(calls.detail(LINE)))
        .isEqualTo("{'version':'2','requestDatas':[{'kind':'MVNO','account':'09000004711'}]}");
    assertThat(json(calls.addQuota(LINE, new Quota(500, "a-code", Optional.of(day)))))
        .isEqualTo(
            "{'kind':'MVNO','account':'09000004711','quota':'500','quotaCode':'a-code',"
                + "'expire':'20270401'}");
    assertThat(json(calls.changePlan(LINE, ASim.PLAN, Optional.of(day))))
        .isEqualTo("{'account':'09000004711','planCode':'PASI_10G','runTime':'20270401'}");
    assertThat(json(calls.changeNetwork(LINE, NetworkType.FIVE_G, Optional.of(ASim.CARD))))
        .isEqualTo(
            "{'account':'09000004711','productNumber':'AX0000000000815','contractLine':'5G'}");
    assertThat(calls.history(LINE, day, day)).isEmpty();
  }

  @Test
  @DisplayName("members stand where the mapping file puts them, or are left out")
  void mapped() {
    var mapping =
        FreebitMapping.with(
            "test",
            List.of(
                "PA02-01.account = services[].line.number",
                "PA02-01.planCode = services[].plan",
                "PA02-01.kind =",
                "PA02-01.productNumber = card"));
    var call =
        new ActivationCalls(mapping)
            .of(ASim.request(SimKind.PHYSICAL_NEW, LINE), SimCall.ACCOUNT_REGISTRATION);

    assertThat(json(call))
        .isEqualTo(
            "{'createType':'new','services':[{'line':{'number':'09000004711'},'plan':'PASI_10G'}],"
                + "'card':'AX0000000000815'}");
  }

  @Test
  @DisplayName("it goes as a form to a path that ends in a slash, with the key in it")
  void envelope() {
    try (var server = new CannedFreebit();
        var freebit = Operator.freebit(Operator.config(server.url()))) {
      server.answers("mvno/getDetail/", "{\"resultCode\":\"100\",\"state\":\"active\"}");

      var found = freebit.simCards().find(LINE);

      assertThat(found.orElseThrow().inService()).contains(true);
      assertThat(server.asked())
          .containsExactly(
              "authOem/ json={\"oemId\":\"sandboxOem\",\"oemKey\":\"sandboxOemKeyOfNoValue\"}",
              "mvno/getDetail/ json={\"version\":\"2\",\"requestDatas\":[{\"kind\":\"MVNO\","
                  + "\"account\":\"09000004711\"}],\"authKey\":\"key-1\"}");
    }
  }

  @Test
  @DisplayName("nothing of it is printed")
  void printsNothing() {
    var call =
        new ActivationCalls(BUNDLED)
            .of(ASim.request(SimKind.ESIM_PORT_IN, LINE), SimCall.ESIM_ACTIVATION);

    assertThat(call.toString()).doesNotContain("0900000", "花子", "8900");
  }

  private static String json(SimKind kind, SimCall call) {
    return json(new ActivationCalls(BUNDLED).of(ASim.request(kind, LINE), call));
  }

  private static String json(FreebitCall call) {
    assertThat(call.path()).endsWith("/");
    return call.body().json().toString().replace('"', '\'');
  }
}
