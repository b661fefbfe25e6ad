package dev.kaitsu.domain;

import dev.kaitsu.domain.guard.Guards;
import dev.kaitsu.domain.guard.Verdict;
import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.ledger.SimFile;
import dev.kaitsu.domain.mapping.MappingRefused;
import dev.kaitsu.domain.mapping.OrderMapping;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.sim.SimMapping;
import dev.kaitsu.domain.sim.SimRefused;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.port.in.FulfillmentDesk;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Answers people and scripts: what would happen, please do it, how far is it. */
public final class OrderDesk implements FulfillmentDesk {
  private final FulfillmentPorts ports;
  private final Time time;
  private final SimAttestation simAttestation;

  @Inject
  public OrderDesk(FulfillmentPorts ports, Time time) {
    this.ports = ports;
    this.time = time;
    this.simAttestation = new SimAttestation(ports, time);
  }

  @Override
  public Plan plan(OrderId id) {
    var found = ports.orders().find(id);
    if (found.isEmpty()) {
      return new Plan.NotFound();
    }
    var order = found.get();
    var verdict = Guards.check(order, time.now());
    if (verdict instanceof Verdict.LeaveAlone objection) {
      return new Plan.LeftAlone(order, objection.reason());
    }
    var file = CaseFile.of(ports.ledger().recall(id));
    if (file.billed().isPresent()) {
      return new Plan.LeftAlone(
          order,
          "WHMCS order %s belongs to it already; fulfilling goes on from there, without AddOrder"
              .formatted(file.billed().get().id()));
    }
    if (file.doubt().isPresent()) {
      return new Plan.LeftAlone(
          order,
          "an AddOrder of %s went unanswered; fulfilling looks for its order before another one"
              .formatted(file.doubt().get().sentAt()));
    }
    if (file.sim().doubt().isPresent()) {
      return new Plan.LeftAlone(
          order,
          "a %s of %s went unanswered; fulfilling looks for its line before another one"
              .formatted(file.sim().doubt().get().call(), file.sim().doubt().get().sentAt()));
    }
    return planFor(order, file.sim());
  }

  private Plan planFor(Order order, SimFile sim) {
    var client = order.account().flatMap(ports.customers()::clientOf);
    if (client.isEmpty()) {
      return wouldFail(
          order,
          FailureCode.MAPPING_CUSTOMER_MISSING,
          "the order's account has no row in id_mappings");
    }
    if (!ports.billing().hasPaymentMethod(client.get())) {
      return wouldFail(
          order,
          FailureCode.PAYMENT_METHOD_MISSING,
          "WHMCS client %s has no payment method".formatted(client.get()));
    }
    try {
      var draft = new OrderMapping(ports.billing()::allowsQuantity).map(order, client.get());
      if (order.isSim() && ports.sims().isEmpty()) {
        return wouldFail(order, FailureCode.SIM_NOT_CONFIGURED, "SIM activation is not configured");
      }
      var simCalls = order.isSim() && !sim.isLive() ? simCalls(order, sim) : List.<PlannedCall>of();
      return new Plan.WouldBill(order, draft, ports.billing().preview(draft), simCalls);
    } catch (MappingRefused refused) {
      return new Plan.WouldFail(order, refused.why());
    } catch (SimRefused refused) {
      return new Plan.WouldFail(order, refused.why());
    }
  }

  private List<PlannedCall> simCalls(Order order, SimFile sim) throws SimRefused {
    var sims = ports.sims().orElseThrow();
    var details = sims.orders().details(order.id());
    if (details.isEmpty()) {
      return List.of(); // it is no longer shown to us: nothing would be sent
    }
    var request = SimMapping.map(order.id(), details.get(), time.now());
    return request.kind().calls().stream()
        .filter(call -> !sim.done().contains(call))
        .map(call -> new PlannedCall(call, sims.cards().preview(request, call)))
        .toList();
  }

  private static Plan wouldFail(Order order, FailureCode code, String reason) {
    return new Plan.WouldFail(order, new Halt.Refused(code, reason));
  }

  @Override
  public Request fulfill(OrderId id) {
    var found = ports.orders().find(id);
    if (found.isEmpty()) {
      return new Request.NotFound();
    }
    if (Guards.check(found.get(), time.now()) instanceof Verdict.LeaveAlone objection) {
      return new Request.Refused(objection.reason());
    }
    ports.inbox().hint(List.of(Hint.of(id, HintSource.OPERATOR)));
    return new Request.Accepted();
  }

  @Override
  public boolean disown(OrderId id, List<BillingOrderId> notOurs, String by) {
    return ports.ledger().state(id, new LedgerFact.Disowned(notOurs, by));
  }

  @Override
  public Attestation attest(OrderId id, boolean simIsLive, String by) {
    return simAttestation.take(id, simIsLive, by);
  }

  @Override
  public Optional<OrderProgress> progress(OrderId id) {
    return ports.ledger().progress(id);
  }
}
