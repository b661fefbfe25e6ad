package dev.kaitsu.sandbox.freebit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.freebit.FreebitBehaviour.Casing;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The emulated Freebit keeps to the published specs")
class PublishedProtocolTest {
  private static final String LINE = "09000000001";
  private static final String EID = "89000000000000000000000000000001";
  private static final String PERSON =
      "'reserveNumber':'1234567890','lastnameKanji':'開','lastnameZenKana':'カイ','gender':'W'";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
  private final InstantSource clock = now::get;
  private final FreebitEmulator freebit = FreebitEmulator.start(clock);
  private final FreebitCaller caller = new FreebitCaller(freebit.uri()).loggedIn();

  @AfterEach
  void close() {
    freebit.close();
  }

  @Test
  @DisplayName("a wrong credential, a wrong key and an expired one are refused")
  void keys() {
    assertThat(caller.codes("authOem/", FreebitCaller.login("wrong"))).startsWith("401");
    assertThat(new FreebitCaller(freebit.uri()).codes("mvno/getDetail/", "{}")).startsWith("401");
    freebit.books().hasLine(LINE, "P");
    assertThat(caller.codes("mvno/getDetail/", detail())).isEqualTo("100-200");

    pass(Duration.ofMinutes(31));

    assertThat(caller.codes("mvno/getDetail/", detail())).startsWith("401");
  }

  @Test
  @DisplayName("only a form with JSON in the field json is a request, and a path ends in a slash")
  void envelope() {
    var json =
        FreebitCaller.encoded(FreebitCaller.login(FreebitEmulator.OEM_KEY).replace('\'', '"'));
    assertThat(caller.post("authOem/", "json=" + json).body()).contains("authKey");
    assertThat(caller.post("authOem", "json=" + json).statusCode()).isEqualTo(404);
    assertThat(caller.post("authOem/", "data=" + json).body()).contains("\"400\"");
    assertThat(caller.post("authOem/", "json={").body()).contains("\"400\"");
    var bare =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(caller.send("authOem/", bare).body()).contains("\"400\"");
    assertThat(caller.send("authOem/", HttpRequest.newBuilder().GET()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "master/addAcnt/ | {'createType':'new','requestDatas':[{'kind':'MVNO','account':'09000000009','planCode':'P'}]} | 210-210",
        "master/addAcnt/ | {'createType':'add','requestDatas':[{'kind':'MVNO','account':'09000000001','planCode':'P'}]} | 400-300",
        "master/addAcnt/ | {'createType':'new','requestDatas':[]} | 400-300",
        "master/addAcnt/ | {'createType':'new','requestDatas':[{'kind':'MVNO','account':'090-0000-0001','planCode':'P'}]} | 400-300",
        "master/addAcnt/ | {'createType':'new','requestDatas':[{'kind':'MASTER','account':'09000000001','planCode':'P'}]} | 400-300",
        "master/addAcnt/ | {'createType':'new','requestDatas':[{'kind':'MVNO','account':'09000000001','planCode':'P','productNumber':'ax1'}]} | 400-300",
        "mvno/talkoption/addOrder/ | {'account':'09000000001','userConfirmed':'10'} | 210-210",
        "mvno/talkoption/addOrder/ | {'account':'09000000001','userConfirmed':'20'} | 400-300",
        "mvno/talkoption/addOrder/ | {'account':'09000000001'} | 400-300",
        "mvno/semiblack/addAcnt/ | {'createType':'new','account':'09000000009','planCode':'P','productNumber':'AX0000000000001','mnp':{'method':'10','reserveNumber':'1234567890'}} | 210-210",
        "mvno/semiblack/addAcnt/ | {'createType':'new','account':'09000000001','planCode':'P','productNumber':'AX0000000000001','mnp':{'method':'10','reserveNumber':'123'}} | 400-300",
        "mvno/semiblack/addAcnt/ | {'createType':'new','account':'09000000001','planCode':'P','productNumber':'AX0000000000001'} | 400-300",
        "mvno/getDetail/ | {'requestDatas':[{'kind':'MVNO','account':'09000000001'},{'kind':'MVNO','account':'09000000002'}]} | 400-300",
        "mvno/getDetail/ | {'requestDatas':[{'kind':'MVNO','account':'09000000001'}]} | 210-210",
      })
  @DisplayName("what the specs forbid is refused, and nothing is taken")
  void refusals(String path, String json, String codes) {
    freebit.books().stocks(LINE);

    assertThat(caller.codes(path, json)).isEqualTo(codes);
    assertThat(freebit.journal().taken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'addKind':'N' | 100-200",
        "'addKind':'N','createType':'new' | 400-300",
        "'addKind':'N','createType':'new','masterPassword':'x' | 100-200",
        "'addKind':'N','aladinOperated':'10' | 100-200",
        "'addKind':'M','aladinOperated':'20','mnp':{PERSON} | 100-200",
        "'addKind':'M','aladinOperated':'10','mnp':{PERSON} | 400-356",
        "'addKind':'M',PERSON | 400-300",
        "'addKind':'M','gender':'W','mnp':{PERSON} | 400-300",
        "'addKind':'M' | 400-300",
        "'addKind':'M','mnp':{'reserveNumber':'1234567890'} | 400-300",
        "'addKind':'M','mnp':{PERSON,'gender':'F'} | 400-300",
        "'addKind':'N','mnp':{PERSON} | 400-300",
        "'addKind':'X' | 400-300",
      })
  @DisplayName("an eSIM has its person inside mnp, and only where it is ported")
  void esim(String members, String codes) {
    var json =
        "{'eid':'%s','account':'%s','simKind':'E0','planCode':'P',%s}"
            .formatted(EID, LINE, members.replace("PERSON", PERSON));

    assertThat(caller.codes("mvno/esim/addAcnt/", json)).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({"0, 400-300", "1, 100-200", "512000, 100-200", "512001, 400-300", "-1, 400-300"})
  @DisplayName("a quota has 1 to 512000 MB")
  void quota(String megabytes, String codes) {
    freebit.books().hasLine(LINE, "P");

    var json = "{'kind':'MVNO','account':'%s','quota':'%s'}".formatted(LINE, megabytes);

    assertThat(caller.codes("master/addSpec/", json)).isEqualTo(codes);
  }

  @Test
  @DisplayName("an eSIM is in service when its time has come, and twice activated is counted")
  void appliesLater() {
    freebit.behaviour().appliesAfter(Duration.ofMinutes(10));
    activate();
    activate();
    pass(Duration.ofMinutes(9));
    assertThat(caller.codes("mvno/getDetail/", detail())).isEqualTo("210-210");

    pass(Duration.ofMinutes(1));

    var entry = caller.call("mvno/getDetail/", detail()).path("responseDatas").path(0);
    assertThat(entry.path("state").asText()).isEqualTo("active");
    assertThat(entry.path("eid").asText()).isEqualTo(EID);
    assertThat(freebit.journal().timesActivated(LINE)).isEqualTo(2);
  }

  @Test
  @DisplayName("a change of the network locks its line until it is through")
  void locks() {
    freebit.books().hasLine(LINE, "P");
    freebit.behaviour().keyLifetime(Duration.ofDays(1));
    caller.loggedIn();
    var change = "{'account':'%s','contractLine':'5G'}".formatted(LINE);
    assertThat(caller.codes("mvno/contractline/change/", change)).isEqualTo("100-200");
    pass(Duration.ofMinutes(29));
    assertThat(caller.codes("mvno/contractline/change/", change)).isEqualTo("409-409");
    assertThat(caller.codes("mvno/getDetail/", detail())).isEqualTo("409-409");

    pass(Duration.ofMinutes(2));

    var entry = caller.call("mvno/getDetail/", detail()).path("responseDatas").path(0);
    assertThat(entry.path("contractLine").asText()).isEqualTo("5G");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("codes are texts or numbers, names are spelled in any case, messages are Japanese")
  void style(boolean numbers) {
    freebit.behaviour().codesAsNumbers(numbers);
    assertThat(caller.call("mvno/getDetail/", detail()).path("resultCode").isNumber())
        .isEqualTo(numbers);
    assertThat(caller.call("mvno/getDetail/", detail()).path("status").path("message").asText())
        .isEqualTo("アカウント不在エラー");

    freebit.behaviour().casing(Casing.LOWER);
    assertThat(caller.call("mvno/getDetail/", detail()).has("resultcode")).isTrue();
    freebit.behaviour().casing(Casing.RANDOM);
    assertThat(caller.call("mvno/getDetail/", detail()).has("resultCode")).isFalse();
  }

  @Test
  @DisplayName("refusals come with another HTTP status, and an absent line as nothing, on demand")
  void otherReadings() {
    freebit.behaviour().refusalStatus(404);
    assertThat(caller.codes("mvno/getDetail/", detail())).isEqualTo("210-210");

    freebit.behaviour().absentIsNothing(true);
    var reply = caller.call("mvno/getDetail/", detail());
    assertThat(reply.path("resultCode").asText()).isEqualTo("100");
    assertThat(reply.path("responseDatas")).isEmpty();
  }

  private void activate() {
    var json =
        "{'eid':'%s','account':'%s','simKind':'E0','planCode':'P','addKind':'N'}"
            .formatted(EID, LINE);
    assertThat(caller.codes("mvno/esim/addAcnt/", json)).isEqualTo("100-200");
  }

  private static String detail() {
    return "{'requestDatas':[{'kind':'MVNO','account':'%s'}]}".formatted(LINE);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
