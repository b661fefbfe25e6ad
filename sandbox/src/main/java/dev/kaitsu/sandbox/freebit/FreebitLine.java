package dev.kaitsu.sandbox.freebit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line, or a number in stock; the books alone change it. */
final class FreebitLine {
  enum State {
    /** A card in stock: known, and shown only on demand. */
    TEMPORARY,
    ACTIVE,
    OBSOLETE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Data that was added. */
  record Quota(int megabytes, String code, Optional<String> expire, String date) {}

  final String account;
  State state;
  String planCode = "";
  String contractLine = "4G";
  Optional<String> eid = Optional.empty();
  Optional<String> productNumber = Optional.empty();
  String voiceMail = "20";
  String callWaiting = "20";
  final List<Quota> quotas = new ArrayList<>();

  FreebitLine(String account, State state) {
    this.account = account;
    this.state = state;
  }

  void activate(Activation activation) {
    state = State.ACTIVE;
    planCode = activation.planCode();
    eid = activation.eid();
    productNumber = activation.productNumber();
  }

  void register(Activation.Voice voice) {
    voiceMail = voice.voiceMail();
    callWaiting = voice.callWaiting();
  }

  int megabytes() {
    return quotas.stream().mapToInt(Quota::megabytes).sum();
  }
}
