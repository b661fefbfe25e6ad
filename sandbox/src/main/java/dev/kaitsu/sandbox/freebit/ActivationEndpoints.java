package dev.kaitsu.sandbox.freebit;

import dev.kaitsu.sandbox.freebit.Activation.Voice;
import dev.kaitsu.sandbox.freebit.FreebitJournal.Taken;
import java.util.List;
import java.util.Optional;

/** The calls that activate SIMs; most are applied later, and a repeat is taken as a new call. */
final class ActivationEndpoints {
  private static final String NAME = ".{1,50}";
  private static final String GENDER = "[MWC]";
  private static final List<String> IDENTITY =
      List.of(
          "reserveNumber",
          "reserveExpireDate",
          "lastnameKanji",
          "firstnameKanji",
          "lastnameZenKana",
          "firstnameZenKana",
          "gender",
          "birthday");

  private final FreebitBooks books;
  private final FreebitJournal journal;
  private final FreebitBehaviour behaviour;

  ActivationEndpoints(FreebitBooks books, FreebitJournal journal, FreebitBehaviour behaviour) {
    this.books = books;
    this.journal = journal;
    this.behaviour = behaviour;
  }

  /** PA02-01. */
  Reply register(FreebitRequest request) {
    request.required("createType", "new");
    var service = request.onlyEntry("requestDatas");
    service.required("kind", "MVNO");
    var account = service.account();
    var card = service.productNumber();
    var activation = new Activation(service.planCode(), Optional.empty(), card);
    return books.with(
        account,
        () -> {
          var line = books.known(account);
          return later(request, "PA02-01", account, () -> line.activate(activation));
        });
  }

  /** PA05-19. */
  Reply portCard(FreebitRequest request) {
    request.flag("aladinOperated");
    request.required("createType", "new");
    var account = request.account();
    var mnp = request.object("mnp").orElseThrow(() -> FreebitRefusal.invalid("mnp"));
    mnp.required("method", "10|20");
    mnp.required("reserveNumber", "[0-9]{10}");
    mnp.date("reserveExpireDate");
    var card = Optional.of(request.required("productNumber", "[A-Z]{2}[0-9]{13}"));
    var activation = new Activation(request.planCode(), Optional.empty(), card);
    return books.with(
        account,
        () -> {
          books.known(account).activate(activation);
          return took(request, "PA05-19", account);
        });
  }

  /** PA05-05. */
  Reply registerVoice(FreebitRequest request) {
    var account = request.account();
    request.required("userConfirmed", "10");
    request.flag("aladinOperated");
    request.optional("gender", GENDER);
    request.date("birthday");
    var voice = voice(request);
    return books.with(
        account,
        () -> {
          var line = books.inService(account);
          return later(request, "PA05-05", account, () -> line.register(voice));
        });
  }

  /** PA05-41. */
  Reply activateEsim(FreebitRequest request) {
    var addKind = request.required("addKind", "[NMR]");
    if (request.flag("aladinOperated").equals("10") && !addKind.equals("N")) {
      throw FreebitRefusal.combination();
    }
    if (addKind.equals("R")) {
      throw new FreebitRefusal("400", "399", "再発行は未対応です。"); // not emulated
    }
    if (request.optional("createType", "new|add").filter("new"::equals).isPresent()) {
      request.required("masterPassword", ".{1,256}");
    }
    request.required("simKind", "E[023]");
    request.optional("contractLine", "4G|5G");
    request.without(IDENTITY);
    var mnp = request.object("mnp");
    if (mnp.isPresent() != addKind.equals("M")) {
      throw FreebitRefusal.invalid("mnp");
    }
    mnp.ifPresent(ActivationEndpoints::checkIdentity);
    var eid = Optional.of(request.required("eid", "[0-9]{32}"));
    var account = request.account();
    var activation = new Activation(request.planCode(), eid, Optional.empty());
    return books.with(
        account,
        () -> later(request, "PA05-41", account, () -> books.opened(account).activate(activation)));
  }

  private static void checkIdentity(FreebitRequest mnp) {
    mnp.required("reserveNumber", "[0-9]{10}");
    mnp.date("reserveExpireDate");
    mnp.required("lastnameKanji", NAME);
    mnp.optional("firstnameKanji", NAME);
    mnp.required("lastnameZenKana", NAME);
    mnp.optional("firstnameZenKana", NAME);
    mnp.required("gender", GENDER);
    mnp.date("birthday");
  }

  private static Voice voice(FreebitRequest request) {
    return request
        .object("talkOption")
        .map(options -> new Voice(options.flag("voiceMail"), options.flag("callWaiting")))
        .orElse(new Voice("20", "20"));
  }

  private Reply later(FreebitRequest request, String operation, String account, Runnable effect) {
    books.later(books.now().plus(behaviour.appliesAfter), effect);
    return took(request, operation, account);
  }

  private Reply took(FreebitRequest request, String operation, String account) {
    var members = request.copy();
    members.remove("authKey");
    journal.took(new Taken(operation, account, members));
    return Reply.taken();
  }
}
