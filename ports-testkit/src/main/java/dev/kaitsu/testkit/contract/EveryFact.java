package dev.kaitsu.testkit.contract;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.VoiceOptions;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fact of every kind, so that no kind is stored without being read back. */
final class EveryFact {
  private EveryFact() {}

  static List<LedgerFact> about(OrderId order) {
    var client = Fresh.client();
    var billed = new BillingOrderId(Fresh.number());
    var item = new OrderItemId("8025g00000XyZzQAAV");
    var services = Map.of(item, List.of(new ServiceId(9), new ServiceId(8)));
    return List.of(
        new LedgerFact.AttemptStarted(1, SettableClock.START),
        new LedgerFact.StepFinished("mapping", Duration.ofMillis(3)),
        new LedgerFact.CreationSent(client, Optional.of(new BillingOrderId(3)), "digest"),
        new LedgerFact.CreationSent(client, Optional.empty(), "digest"),
        new LedgerFact.CreationRefused(FailureCode.HTTP_429, "überlastet \"now\""),
        new LedgerFact.CreationUnanswered(FailureCode.ECONNRESET, ""),
        new LedgerFact.Billed(billed, List.of(new ServiceId(9), new ServiceId(8)), true),
        new LedgerFact.DuplicatesFound(List.of(new BillingOrderId(5_000_000_000L))),
        new LedgerFact.LostOrderFound(billed),
        new LedgerFact.LookClosed(List.of()),
        new LedgerFact.Disowned(List.of(new BillingOrderId(5_000_000_001L)), "someone"),
        new LedgerFact.SimCallSent(
            SimCall.ACCOUNT_REGISTRATION, sim(), new VoiceOptions(true, false), LineStanding.SHOWN),
        new LedgerFact.SimCallRefused(
            SimCall.ACCOUNT_REGISTRATION, FailureCode.SIM_ACCOUNT_ABSENT, "対象なし", true),
        new LedgerFact.SimCallUnanswered(
            SimCall.ESIM_ACTIVATION, FailureCode.ETIMEOUT, "no answer"),
        new LedgerFact.SimCallDone(SimCall.ACCOUNT_REGISTRATION, sim(), true),
        new LedgerFact.LostSimCallFound(SimCall.SEMI_BLACK_REGISTRATION),
        new LedgerFact.SimLookClosed(SimCall.VOICE_REGISTRATION),
        new LedgerFact.SimAttested(
            true, Optional.of(SimCall.VOICE_REGISTRATION), Optional.of(sim()), false, "someone"),
        new LedgerFact.SimAssigned(),
        new LedgerFact.SimAssignmentRefused("a validation rule"),
        new LedgerFact.ServicesLabelled(),
        new LedgerFact.ServicesUnlabelled("no such field"),
        new LedgerFact.AcceptSent(),
        new LedgerFact.Accepted(),
        new LedgerFact.Halted(
            "whmcs_create", LedgerFact.HaltKind.UNCERTAIN, FailureCode.ETIMEOUT, "no answer"),
        new LedgerFact.WriteBackOwed(
            new WriteBack.Activated(order, billed, client, true, services, Optional.empty())),
        new LedgerFact.WriteBackOwed(
            new WriteBack.Failed(order, FailureCode.MAPPING_NO_LINES, "no lines")),
        new LedgerFact.WriteBackSent(Instant.parse("2026-11-20T03:00:00.123Z")),
        new LedgerFact.WriteBackDelivered(),
        new LedgerFact.WriteBackDropped("changed since"),
        new LedgerFact.WriteBackParked("a validation rule"),
        new LedgerFact.AttemptEnded(LedgerFact.Outcome.WITHDRAWN, "no longer approved"),
        new LedgerFact.Skipped("already billed"));
  }

  private static SimIdentity sim() {
    return new SimIdentity(
        SimKind.PHYSICAL_NEW,
        Fresh.line(),
        Optional.of(new ProductNumber("AX0000000000001")),
        Optional.of(new Eid("89049032000000000000000000000001")));
  }
}
