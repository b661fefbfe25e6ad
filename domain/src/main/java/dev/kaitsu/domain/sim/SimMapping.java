package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.model.sim.Subscriber;
import dev.kaitsu.model.sim.VoiceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Maps the SIM of an order: everything that will be sent, or a reason that names the field. */
public final class SimMapping {
  /** The operator's calendar. */
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private SimMapping() {}

  /**
   * Maps it.
   *
   * @param now the time by which reservations and birthdays are judged
   */
  public static SimRequest map(OrderId order, SimDetails details, Instant now) throws SimRefused {
    var today = LocalDate.ofInstant(now, JAPAN);
    var kind = kind(details);
    var card = kind.isEsim() ? Optional.<SimCard>empty() : Optional.of(SimCard.of(order, details));
    var line = LineNumber.of(kind, details, card);
    return new SimRequest(
        kind,
        line,
        plan(details),
        kind.isEsim() ? Optional.of(eid(details)) : Optional.empty(),
        card.map(SimCard::productNumber),
        kind.isPortIn()
            ? Optional.of(PortInReading.of(details.portIn().orElseThrow(), today))
            : Optional.empty(),
        subscriber(kind, details, today),
        new VoiceOptions(details.voiceMail(), details.callWaiting()));
  }

  private static SimKind kind(SimDetails details) throws SimRefused {
    var type = details.simType().orElse("").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    boolean portIn = details.portIn().isPresent();
    if (type.equals("esim")) {
      return portIn ? SimKind.ESIM_PORT_IN : SimKind.ESIM_NEW;
    }
    if (type.startsWith("physical")) {
      return portIn ? SimKind.PHYSICAL_PORT_IN : SimKind.PHYSICAL_NEW;
    }
    throw new SimRefused(
        FailureCode.SIM_TYPE,
        type.isEmpty()
            ? "SIM_Type__c is empty; eSIM or Physical SIM is needed"
            : "SIM_Type__c names neither an eSIM nor a Physical SIM");
  }

  private static PlanCode plan(SimDetails details) throws SimRefused {
    if (details.planCodes().size() != 1) {
      throw new SimRefused(
          FailureCode.SIM_PLAN_CODE,
          details.planCodes().isEmpty()
              ? "no product of the order has a Freebit_Plan_Code__c"
              : "the order asks for %d units of products with a Freebit_Plan_Code__c: it must be one item with Quantity 1"
                  .formatted(details.planCodes().size()));
    }
    return Field.read(
        FailureCode.SIM_PLAN_CODE,
        "Freebit_Plan_Code__c",
        details.planCodes().get(0),
        PlanCode::new);
  }

  private static Eid eid(SimDetails details) throws SimRefused {
    return Field.read(
        FailureCode.SIM_EID,
        "EID__c",
        Field.required(FailureCode.SIM_EID, "EID__c", details.eid()),
        Eid::new);
  }

  /** A new eSIM is activated without an identity; every other call carries one. */
  private static Optional<Subscriber> subscriber(SimKind kind, SimDetails details, LocalDate today)
      throws SimRefused {
    if (kind == SimKind.ESIM_NEW) {
      return Optional.empty();
    }
    return Optional.of(
        kind.isPortIn()
            ? SubscriberReading.porting(details.portIn().orElseThrow().person(), today)
            : SubscriberReading.contact(details.contact(), today));
  }
}
