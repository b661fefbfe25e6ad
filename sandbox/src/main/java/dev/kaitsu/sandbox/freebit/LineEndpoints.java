package dev.kaitsu.sandbox.freebit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kaitsu.sandbox.freebit.FreebitJournal.Taken;
import dev.kaitsu.sandbox.freebit.FreebitLine.State;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The calls about lines that exist. */
final class LineEndpoints {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int MOST_MEGABYTES = 512_000;

  private final FreebitBooks books;
  private final FreebitJournal journal;
  private final FreebitBehaviour behaviour;

  LineEndpoints(FreebitBooks books, FreebitJournal journal, FreebitBehaviour behaviour) {
    this.books = books;
    this.journal = journal;
    this.behaviour = behaviour;
  }

  /** PA03-02. */
  Reply detail(FreebitRequest request) {
    var asked = request.onlyEntry("requestDatas");
    asked.required("kind", "MVNO");
    var account = asked.account();
    return books.with(
        account,
        () -> books.find(account).filter(this::isShown).map(this::detail).orElseGet(this::nothing));
  }

  private boolean isShown(FreebitLine line) {
    return line.state != State.TEMPORARY || behaviour.showsStock;
  }

  private Reply nothing() {
    if (!behaviour.absentIsNothing) {
      throw FreebitRefusal.absent();
    }
    var node = JsonNodeFactory.instance.objectNode();
    node.putArray("responseDatas");
    return new Reply(node);
  }

  private Reply detail(FreebitLine line) {
    var node = JsonNodeFactory.instance.objectNode();
    var entry =
        node.putArray("responseDatas")
            .addObject()
            .put("kind", "MVNO")
            .put("account", line.account)
            .put("state", line.state.word())
            .put("planCode", line.planCode)
            .put("contractLine", line.contractLine)
            .put("voicemail", line.voiceMail)
            .put("callWaiting", line.callWaiting);
    line.eid.ifPresent(eid -> entry.put("eid", eid));
    line.productNumber.ifPresent(number -> entry.put("productNumber", number));
    entry.putObject("master").put("account", "master@portal.invalid").put("state", "active");
    return new Reply(node);
  }

  /** PA05-01. */
  Reply traffic(FreebitRequest request) {
    var account = request.account();
    return books.with(
        account,
        () -> {
          var line = books.inService(account);
          var node = JsonNodeFactory.instance.objectNode().put("account", account);
          node.putObject("traffic")
              .put("today", "1200")
              .put("inRecentDays", "5000,4000,0")
              .put("blackList", "20");
          return new Reply(node.put("remainingQuota", line.megabytes() * 1000L));
        });
  }

  /** PA04-04. */
  Reply addQuota(FreebitRequest request) {
    request.required("kind", "MVNO");
    var account = request.account();
    int quota = Integer.parseInt(request.required("quota", "[0-9]{1,6}"));
    if (quota < 1 || quota > MOST_MEGABYTES) {
      throw FreebitRefusal.invalid("quota");
    }
    var code = request.optional("quotaCode", ".{1,512}").orElse("");
    var added = new FreebitLine.Quota(quota, code, request.date("expire"), DATE.format(today()));
    return books.with(
        account,
        () -> {
          books.inService(account).quotas.add(added);
          return took(request, "PA04-04", account);
        });
  }

  /** PA05-02. */
  Reply history(FreebitRequest request) {
    var account = request.account();
    var from = request.requiredDate("fromDate");
    var to = request.requiredDate("toDate");
    return books.with(
        account,
        () -> {
          var node = JsonNodeFactory.instance.objectNode().put("account", account);
          var list = node.putArray("quotaHistory");
          books.known(account).quotas.stream()
              .filter(each -> each.date().compareTo(from) >= 0 && each.date().compareTo(to) <= 0)
              .forEach(
                  each ->
                      list.addObject()
                          .put("quota", Integer.toString(each.megabytes()))
                          .put("date", each.date())
                          .put("quotaCode", each.code()));
          return new Reply(node.put("total", list.size()).put("count", list.size()));
        });
  }

  /** PA05-21. */
  Reply changePlan(FreebitRequest request) {
    var account = request.account();
    var plan = request.planCode();
    request.flag("globalIp");
    var on = request.date("runTime").map(day -> LocalDate.parse(day, DATE));
    return books.with(
        account,
        () -> {
          var line = books.inService(account);
          if (on.isPresent()) {
            books.later(on.get().atStartOfDay(JAPAN).toInstant(), () -> line.planCode = plan);
          } else {
            line.planCode = plan;
          }
          return took(request, "PA05-21", account);
        });
  }

  /** PA05-38. */
  Reply changeNetwork(FreebitRequest request) {
    var account = request.account();
    request.productNumber();
    var network = request.required("contractLine", "4G|5G");
    return books.with(
        account,
        () -> {
          var line = books.inService(account);
          books.locks(account, behaviour.lockTime);
          books.later(
              books.now().plus(behaviour.lockTime),
              () -> {
                line.contractLine = network;
                books.unlock(account);
              });
          return took(request, "PA05-38", account);
        });
  }

  private Reply took(FreebitRequest request, String operation, String account) {
    var members = request.copy();
    members.remove("authKey");
    journal.took(new Taken(operation, account, members));
    return Reply.taken();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(books.now(), JAPAN);
  }
}
