package dev.kaitsu.crash.point;

import dev.kaitsu.crash.report.Seen;

/** What is seen at the end of many stories. */
final class Sights {
  static final Seen LIVE =
      new Seen("goes live", "one order, accepted", "Activated, with its id", "nothing to do");

  static final Seen LIVE_AFTER_RETRY =
      new Seen(
          "ends Failed; a retry goes live",
          "one order, accepted",
          "Failed with the cause's code, then Activated",
          "retries once the cause is mended");

  static final Seen FOUND_AND_RETRIED =
      new Seen(
          "ends Failed, is looked for; a retry adopts what was found",
          "one order, accepted after the retry",
          "Failed with the cause's code, then Activated",
          "retries; is told when the order was found");

  static final Seen LEFT_BILLED_AS_IT_IS =
      new Seen(
          "ends Failed with its own code, as often as it is tried",
          "the order stays as staff left it",
          "Failed with the code",
          "decides in WHMCS");

  static final Seen REFUSED_BEFORE_ANY_EFFECT =
      new Seen(
          "ends Failed before any effect", "no order", "Failed with the code", "mends the data");

  static final Seen PARKED_UNMARKED =
      new Seen(
          "parked: nobody can say whose the newer order is",
          "the unmarked order stays Pending; no second one",
          "Failed, BILLING_ORDER_UNMARKED",
          "says whose it is");

  static final Seen TAKEN_BACK =
      new Seen(
          "withdrawn where it was read again in time, else live",
          "no order, or one that the ledger names",
          "what the operator wrote stays",
          "nothing to do");

  private Sights() {}

  static Seen failed(String code, String operator) {
    return new Seen("ends Failed", "no second order", "Failed, " + code, operator);
  }
}
