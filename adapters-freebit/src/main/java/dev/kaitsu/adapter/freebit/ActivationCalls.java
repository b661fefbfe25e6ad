package dev.kaitsu.adapter.freebit;

import static dev.kaitsu.adapter.freebit.Body.NO;
import static dev.kaitsu.adapter.freebit.Body.YES;

import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.Gender;
import dev.kaitsu.model.sim.PortIn;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import java.util.Optional;

/** The calls that activate a SIM, as the specs want them. */
final class ActivationCalls {
  private static final String LINE = "MVNO";
  private static final String VOICE_SIM = "E0";
  private static final String SEMI_BLACK = "10";

  private final FreebitMapping mapping;

  ActivationCalls(FreebitMapping mapping) {
    this.mapping = mapping;
  }

  FreebitCall of(SimRequest request, SimCall call) {
    return switch (call) {
      case ACCOUNT_REGISTRATION -> call(call, "master/addAcnt/", registration(request));
      case SEMI_BLACK_REGISTRATION -> call(call, "mvno/semiblack/addAcnt/", portedCard(request));
      case VOICE_REGISTRATION -> call(call, "mvno/talkoption/addOrder/", voice(request));
      case ESIM_ACTIVATION -> call(call, "mvno/esim/addAcnt/", esim(request));
    };
  }

  private static FreebitCall call(SimCall call, String path, Body body) {
    return FreebitCall.write(call.code(), path, body);
  }

  private Body registration(SimRequest request) {
    return new Body()
        .with("createType", mapping.text(MappingKey.REGISTERED_CREATE_TYPE))
        .with(mapping.find(MappingKey.REGISTERED_KIND), LINE)
        .with(mapping.text(MappingKey.REGISTERED_ACCOUNT), request.line())
        .with(mapping.find(MappingKey.REGISTERED_PLAN), request.plan().value())
        .with(mapping.find(MappingKey.REGISTERED_CARD), card(request));
  }

  private Body portedCard(SimRequest request) {
    var body =
        new Body()
            .with("aladinOperated", NO)
            .with("createType", mapping.text(MappingKey.PORTED_CREATE_TYPE))
            .with("account", request.line())
            .with(mapping.find(MappingKey.PORTED_CARD), card(request))
            .with(mapping.find(MappingKey.PORTED_PLAN), request.plan().value())
            .with(mapping.find(MappingKey.PORTED_METHOD), SEMI_BLACK);
    request.portIn().ifPresent(portIn -> reserve(body, portIn));
    return body;
  }

  private void reserve(Body body, PortIn portIn) {
    body.withPersonal(mapping.find(MappingKey.PORTED_RESERVATION), portIn.reservationNumber());
    portIn
        .expires()
        .ifPresent(day -> body.with(mapping.find(MappingKey.PORTED_EXPIRY), Body.date(day)));
  }

  private Body voice(SimRequest request) {
    var person = request.subscriber().orElseThrow();
    return new Body()
        .with("account", request.line())
        .with("userConfirmed", YES)
        .with("aladinOperated", NO)
        .with("talkOption.voiceMail", Body.flag(request.voice().voiceMail()))
        .with("talkOption.callWaiting", Body.flag(request.voice().callWaiting()))
        .withPersonal(mapping.find(MappingKey.LAST_NAME), person.lastName())
        .withPersonal(mapping.find(MappingKey.FIRST_NAME), person.firstName())
        .withPersonal(mapping.find(MappingKey.LAST_NAME_KANA), person.lastNameKana())
        .withPersonal(mapping.find(MappingKey.FIRST_NAME_KANA), person.firstNameKana())
        .withPersonal(mapping.find(MappingKey.GENDER), gender(person.gender()))
        .withPersonal(mapping.find(MappingKey.BIRTHDAY), Body.date(person.birthday()));
  }

  private Body esim(SimRequest request) {
    var body = new Body().with("aladinOperated", NO); // the only value that goes with a port-in
    mapping
        .find(MappingKey.ESIM_CREATE_TYPE)
        .ifPresent(createType -> body.with("createType", createType));
    body.withPersonal(Optional.of("eid"), request.eid().map(Eid::digits).orElseThrow())
        .with("account", request.line())
        .with("simKind", VOICE_SIM)
        .with("addKind", request.portIn().isPresent() ? "M" : "N")
        .with("planCode", request.plan().value());
    request.portIn().ifPresent(portIn -> port(body, portIn, request));
    return body;
  }

  /** Everything about the person stands inside {@code mnp}: at the top level it is refused. */
  private static void port(Body body, PortIn portIn, SimRequest request) {
    var person = request.subscriber().orElseThrow();
    body.withPersonal(mnp("reserveNumber"), portIn.reservationNumber());
    portIn.expires().ifPresent(day -> body.with("mnp.reserveExpireDate", day));
    body.withPersonal(mnp("lastnameKanji"), person.lastName())
        .withPersonal(mnp("firstnameKanji"), person.firstName())
        .withPersonal(mnp("lastnameZenKana"), person.lastNameKana())
        .withPersonal(mnp("firstnameZenKana"), person.firstNameKana())
        .withPersonal(mnp("gender"), gender(person.gender()))
        .withPersonal(mnp("birthday"), Body.date(person.birthday()));
  }

  private static Optional<String> mnp(String member) {
    return Optional.of("mnp." + member);
  }

  private static String card(SimRequest request) {
    return request.productNumber().orElseThrow().value();
  }

  private static String gender(Gender gender) {
    return switch (gender) {
      case MAN -> "M";
      case WOMAN -> "W";
      case CORPORATE -> "C";
    };
  }
}
