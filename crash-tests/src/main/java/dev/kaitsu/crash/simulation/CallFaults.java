package dev.kaitsu.crash.simulation;

import static dev.kaitsu.crash.simulation.CallFault.answerLost;
import static dev.kaitsu.crash.simulation.CallFault.refused;
import static dev.kaitsu.crash.simulation.CallFault.requestLost;

import dev.kaitsu.crash.world.Call;
import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Says for each call whether it goes wrong, and how. */
final class CallFaults {
  /** A late effect comes within the window even if the sending took as long as it may. */
  private static final Duration LATEST =
      Fakes.SETTINGS.lookWindow().minus(Fakes.SETTINGS.takeoverAfter());

  private final Luck luck;
  private final Map<Fault, Instant> outages = new EnumMap<>(Fault.class);

  CallFaults(Luck luck) {
    this.luck = luck;
  }

  void awayUntil(Fault outage, Instant end) {
    outages.put(outage, end);
  }

  void allAreBack() {
    outages.clear();
  }

  CallFault on(Call call, Instant now) {
    return switch (call) {
      case FIND -> salesforce(call, Fault.SALESFORCE_UNREADABLE, now);
      case CLEAR_ERROR -> salesforce(call, Fault.CLEAR_ERROR_FAILS, now);
      case WRITE_BACK -> writeBack(now);
      case LOOK -> whmcs(Fault.LOOK_FAILS, now);
      case PAYMENT_METHOD -> whmcs(Fault.PAYMENT_QUESTION_FAILS, now);
      case SERVICES -> whmcs(Fault.SERVICES_UNREADABLE, now);
      case QUANTITY, AWAITING -> CallFault.well(false);
      case CREATE -> create(now);
      case ACCEPT -> accept(now);
      case RECALL, CONFIRM, LINKED, CUSTOMER, HELD -> store(Fault.STORE_READ_FAILS, now);
      // No simulated order has a SIM: the points try those.
      case LABEL, SIM_DETAILS, SIM_ASSIGN, SIM_LOOK, SIM_ACTIVATE, SIM_VOICE ->
          CallFault.well(false);
      case RECORD, RECORD_SENDING, RECORD_ACTIVATING, HINT, STATE, ENQUEUE ->
          luck.strikes(Fault.COMMIT_ANSWER_LOST)
              ? answerLost(noStore())
              : store(Fault.STORE_WRITE_FAILS, now);
    };
  }

  private CallFault store(Fault fault, Instant now) {
    return isAway(Fault.STORE_OUTAGE, now) || luck.strikes(fault)
        ? refused(noStore())
        : CallFault.well(false);
  }

  private CallFault salesforce(Call call, Fault fault, Instant now) {
    if (!isAway(Fault.SALESFORCE_OUTAGE, now) && !luck.strikes(fault)) {
      return well();
    }
    return call == Call.CLEAR_ERROR && luck.chance(0.5)
        ? answerLost(unknown())
        : refused(unavailable());
  }

  private CallFault writeBack(Instant now) {
    if (isAway(Fault.SALESFORCE_OUTAGE, now) || luck.strikes(Fault.WRITE_BACK_UNAVAILABLE)) {
      return refused(unavailable());
    }
    if (luck.strikes(Fault.WRITE_BACK_ANSWER_LOST)) {
      return answerLost(unknown());
    }
    if (luck.strikes(Fault.WRITE_BACK_REQUEST_LOST)) {
      return requestLost(unknown());
    }
    return luck.strikes(Fault.WRITE_BACK_REFUSED)
        ? refused(
            ExternalCallException.refused(
                FailureCode.SALESFORCE_REFUSED, "FIELD_CUSTOM_VALIDATION_EXCEPTION"))
        : well();
  }

  private CallFault whmcs(Fault fault, Instant now) {
    return isAway(Fault.WHMCS_OUTAGE, now) || luck.strikes(fault) ? refused(unavailable()) : well();
  }

  private CallFault create(Instant now) {
    if (luck.strikes(Fault.ADD_ORDER_ANSWER_LOST)) {
      return answerLost(unknown());
    }
    if (luck.strikes(Fault.ADD_ORDER_REQUEST_LOST)) {
      return requestLost(unknown());
    }
    if (luck.strikes(Fault.ADD_ORDER_COMMITS_LATE)) {
      return CallFault.late(unknown(), luck.upTo(LATEST));
    }
    if (luck.strikes(Fault.ADD_ORDER_REFUSED)) {
      return refused(ExternalCallException.refused(FailureCode.BILLING_REFUSED, "no"));
    }
    return whmcs(Fault.ADD_ORDER_UNAVAILABLE, now);
  }

  private CallFault accept(Instant now) {
    if (luck.strikes(Fault.ACCEPT_ANSWER_LOST)) {
      return answerLost(unknown());
    }
    return luck.strikes(Fault.ACCEPT_REQUEST_LOST)
        ? requestLost(unknown())
        : whmcs(Fault.ACCEPT_UNAVAILABLE, now);
  }

  private CallFault well() {
    return CallFault.well(luck.strikes(Fault.SLOW_CALL));
  }

  boolean isAway(Fault outage, Instant now) {
    var end = outages.get(outage);
    return end != null && now.isBefore(end);
  }

  private static RuntimeException noStore() {
    return new StoreException("the store is away", new IOException("connection lost"));
  }

  private static RuntimeException unavailable() {
    return ExternalCallException.unavailable(FailureCode.HTTP_503, "away");
  }

  private static RuntimeException unknown() {
    return ExternalCallException.outcomeUnknown(FailureCode.ETIMEOUT, "no answer");
  }
}
