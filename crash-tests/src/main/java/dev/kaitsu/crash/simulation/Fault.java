package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.report.Seen;

/**
 * What can go wrong in a simulated world, when, and what comes of it: for the order, in WHMCS, in
 * Salesforce, for the operator.
 */
enum Fault {
  ADD_ORDER_ANSWER_LOST(
      "AddOrder takes effect, its answer is lost",
      "at AddOrder",
      "adopted by the look that follows at once | one order | Activated | nothing to do"),
  ADD_ORDER_REQUEST_LOST(
      "AddOrder never arrives, and nobody can tell",
      "at AddOrder",
      "ends Failed, is looked for until the window closes | "
          + "no order until a retry after the window | Failed with the cause's code, then Activated | retries"),
  ADD_ORDER_COMMITS_LATE(
      "AddOrder goes unanswered and commits later",
      "any time within the look window",
      "ends Failed, is looked for and found; a retry adopts | "
          + "one order | Failed with the cause's code, then Activated | retries; is told when it was found"),
  ADD_ORDER_REFUSED(
      "WHMCS refuses AddOrder",
      "at AddOrder",
      "ends Failed | no order | Failed, BILLING_REFUSED | mends the reason, retries"),
  ADD_ORDER_UNAVAILABLE(
      "WHMCS is away", "at AddOrder", "ends Failed | no order | Failed, 503 | retries"),
  LOOK_FAILS(
      "the look fails",
      "at each look at a client's orders",
      "ends Failed; a search goes on later | "
          + "nothing new | Failed with the cause's code | retries"),
  PAYMENT_QUESTION_FAILS(
      "the payment method's question fails",
      "at GetPayMethods",
      "ends Failed before any effect | no order | Failed with the cause's code | retries"),
  ACCEPT_ANSWER_LOST(
      "AcceptOrder takes effect, its answer is lost",
      "at AcceptOrder",
      "ends Failed; a retry reads it and goes on | "
          + "accepted once | Failed with the cause's code, then Activated | retries"),
  ACCEPT_REQUEST_LOST(
      "AcceptOrder never arrives, and nobody can tell",
      "at AcceptOrder",
      "ends Failed; a retry reads the order, then asks again | "
          + "accepted once | Failed with the cause's code, then Activated | retries"),
  ACCEPT_UNAVAILABLE(
      "WHMCS is away",
      "at AcceptOrder",
      "ends Failed | Pending until the retry | Failed, 503, then Activated | retries"),
  SETUP_FAILS(
      "a module fails to set up a service",
      "at AcceptOrder",
      "ends Failed; never asked for again blindly | "
          + "Active, a service not set up | Failed, BILLING_SETUP_FAILED | sets it up, retries"),
  STAFF_ACCEPTS_FIRST(
      "staff accepts the order first",
      "before AcceptOrder",
      "goes on | accepted by staff | Activated | nothing to do"),
  STAFF_CANCELS(
      "staff cancels the order",
      "before AcceptOrder",
      "ends Failed | stays Cancelled | Failed, BILLING_ORDER_CANCELLED | decides in WHMCS"),
  STAFF_MARKS_FRAUD(
      "staff marks the order as fraud",
      "before AcceptOrder",
      "ends Failed | stays Fraud | Failed, BILLING_ORDER_FRAUD | decides in WHMCS"),
  STAFF_ORDERS_UNMARKED(
      "staff makes an order for the client, without a marker",
      "any time",
      "parked if an AddOrder of the client is in doubt | "
          + "staff's own order, and one of ours at most | Failed, BILLING_ORDER_UNMARKED, if parked | says whose it is (kaitsu disown), retries"),
  MARKERS_NOT_STORED(
      "WHMCS keeps no marker",
      "in all of a world",
      "parked where an answer is lost, else as always | "
          + "one order | Activated, or BILLING_ORDER_UNMARKED | says whose it is, if parked"),
  SERVICES_UNREADABLE(
      "the services of a WHMCS order cannot be read",
      "at GetClientsProducts",
      "the result waits until they can | "
          + "nothing new | Activating a while longer | nothing to do"),
  SALESFORCE_UNREADABLE(
      "Salesforce cannot be read",
      "at each read of an order",
      "waits, 1 s to 1 min | nothing new | nothing new | nothing to do"),
  WRITE_BACK_UNAVAILABLE(
      "Salesforce does not take the result",
      "at the write-back",
      "the result stays owed | nothing new | the result, later | nothing to do"),
  WRITE_BACK_ANSWER_LOST(
      "Salesforce takes the result, its answer is lost",
      "at the write-back",
      "read before it is repeated | nothing new | the result, once | nothing to do"),
  WRITE_BACK_REQUEST_LOST(
      "the result never arrives, and nobody can tell",
      "at the write-back",
      "read, then repeated | nothing new | the result, later | nothing to do"),
  WRITE_BACK_REFUSED(
      "Salesforce refuses the result by a validation rule",
      "at the write-back",
      "told as Failed in Salesforce's words, else parked | "
          + "the order stays, never another | Failed, SALESFORCE_RESULT_REFUSED | mends the rule, retries"),
  CLEAR_ERROR_FAILS(
      "old error fields cannot be cleared",
      "before the steps with an effect",
      "ends Failed | no order | Failed with the cause's code | retries"),
  STORE_READ_FAILS(
      "a read of the store fails",
      "at any read of the store",
      "begun anew after a second | nothing twice | nothing new | nothing to do"),
  STORE_WRITE_FAILS(
      "a write of the store fails, nothing is in place",
      "at any durable write",
      "begun anew after a second | nothing twice | nothing new | nothing to do"),
  COMMIT_ANSWER_LOST(
      "a write of the store is in place, its answer is lost",
      "at any durable write",
      "begun anew from what the ledger says | nothing twice | nothing new | nothing to do"),
  STORE_OUTAGE(
      "the store is away for 1 s to 2 min",
      "any time",
      "all work stops and goes on afterwards | "
          + "nothing twice | nothing new | readiness is 503 meanwhile"),
  WHMCS_OUTAGE(
      "WHMCS is away for 10 s to 5 min",
      "any time",
      "orders in work end Failed; once it is found down the others wait until it is back | "
          + "nothing twice | Failed with the cause's code, or Activating meanwhile | "
          + "retries what failed when it is back"),
  SALESFORCE_OUTAGE(
      "Salesforce is away for 10 s to 5 min",
      "any time",
      "orders wait, results stay owed | nothing twice | the results, later | nothing to do"),
  PROCESS_CRASH(
      "the process dies in a call or write",
      "before, during or after any of them",
      "taken over within 12 s | nothing twice | Activating a while longer | nothing to do"),
  PROCESS_KILLED(
      "the process dies, wherever its workers are",
      "any time",
      "all its orders are taken over within 12 s | "
          + "nothing twice | Activating a while longer | nothing to do"),
  FREEZE_AT_WRITE(
      "the node freezes for 1 s to 20 min once a write is durable",
      "after any durable write",
      "taken over; the late node neither writes nor sends | "
          + "nothing twice | the other node's result | nothing to do"),
  NODE_FREEZES(
      "a node freezes for 1 s to 2 min, wherever its workers are",
      "any time",
      "taken over; the late node neither writes nor sends | "
          + "nothing twice | the other node's result | nothing to do"),
  ALL_NODES_FREEZE(
      "all nodes freeze for 5 to 30 min",
      "any time",
      "all goes on when they wake up | "
          + "nothing twice | Activating meanwhile | watches the metrics"),
  NODE_SHUTDOWN(
      "a node is stopped by SIGTERM",
      "any time",
      "finished within the drain time, or handed over | "
          + "nothing twice | nothing new | nothing to do"),
  SLOW_CALL(
      "a call takes 1 to 90 s",
      "at any call",
      "waits; reads the order again once it is stale | "
          + "nothing twice | Activating a while longer | nothing to do"),
  EVENT_LOST(
      "the event of an approval is lost",
      "at an approval",
      "found by the next sweep | "
          + "one order | Activated, up to KAITSU_SWEEP_INTERVAL later | nothing to do"),
  EVENT_DOUBLED(
      "an event comes twice, and late",
      "after an approval",
      "looked at again, left alone | one order | nothing new | nothing to do"),
  HINT_STORM(
      "20 hints at orders at once",
      "any time",
      "looked at once more each | nothing twice | nothing new | nothing to do"),
  OPERATOR_TAKES_BACK(
      "the operator takes the order back",
      "any time",
      "withdrawn, unless it is live already | "
          + "nothing new once it was read again | the operator's own values | nothing to do"),
  OPERATOR_EDITS(
      "the operator edits the record",
      "any time",
      "goes on with what it says now | nothing twice | the edit stays | nothing to do"),
  OPERATOR_SETS_ACTIVATING(
      "the operator sets Activating again",
      "any time, also while a result is owed",
      "an owed Failed is dropped for a new attempt | "
          + "nothing twice | never Failed over the newer Activating | nothing to do"),
  MAPPING_MISSING(
      "the customer's mapping comes late",
      "until it is mended",
      "ends Failed | no order | Failed, MAPPING_CUSTOMER_MISSING | mends it, retries"),
  PAYMENT_METHOD_MISSING(
      "the customer has no payment method at first",
      "until one is added",
      "ends Failed | no order | Failed, PAYMENT_METHOD_MISSING | adds one, retries"),
  ORDERS_OF_ONE_CLIENT(
      "many orders of one client at once",
      "at their approval",
      "one creating call at a time, all nodes together | "
          + "one order each | Activated | nothing to do"),
  LINES_MISSING(
      "an order has no lines at first",
      "until they are added",
      "ends Failed | no order | Failed, MAPPING_NO_LINES | adds them, retries"),
  SCHEDULED(
      "an order is scheduled for later",
      "1 to 20 min ahead",
      "waits, then goes on | one order | Activated, not before its time | nothing to do");

  private final String what;
  private final String when;
  private final String seen;

  Fault(String what, String when, String seen) {
    this.what = what;
    this.when = when;
    this.seen = seen;
  }

  String what() {
    return what;
  }

  String when() {
    return when;
  }

  Seen seen() {
    return Seen.row(seen);
  }
}
