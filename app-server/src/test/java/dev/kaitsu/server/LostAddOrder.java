package dev.kaitsu.server;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Moment;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which the answer to AddOrder is lost.
 *
 * @param moment whether WHMCS makes the order before the caller gives up, after it, or not at all
 */
record LostAddOrder(String symptom, Moment moment, Fault fault) {
  static final Duration TIMEOUT = Duration.ofSeconds(2);
  static final Duration LOOK_WINDOW = Duration.ofSeconds(4);

  private static final Duration BEYOND_TIMEOUT = TIMEOUT.plusMillis(600);
  private static final Duration LATE = Duration.ofMillis(1500);
  private static final List<Moment> MOMENTS =
      List.of(Moment.BEFORE_COMMIT, Moment.AFTER_COMMIT, Moment.LATER);
  private static final List<Symptom> SYMPTOMS =
      List.of(
          Symptom.DROP,
          Symptom.HTML_200,
          Symptom.EMPTY_200,
          Symptom.TRUNCATED,
          Symptom.HTTP_500,
          Symptom.HTTP_502_HTML,
          Symptom.HTTP_503_RETRY_AFTER_0,
          Symptom.HTTP_504,
          Symptom.REDIRECT_302,
          Symptom.REDIRECT_307,
          Symptom.SUCCESS_WITHOUT_ID);

  static List<LostAddOrder> all() {
    return MOMENTS.stream()
        .flatMap(
            moment ->
                Stream.concat(
                    Stream.of(timeOut(moment)),
                    SYMPTOMS.stream().map(symptom -> of(symptom, moment))))
        .toList();
  }

  private static LostAddOrder of(Symptom symptom, Moment moment) {
    var delay = moment == Moment.LATER ? LATE : Duration.ZERO;
    return new LostAddOrder(symptom.name(), moment, new Fault(moment, symptom, delay));
  }

  private static LostAddOrder timeOut(Moment moment) {
    var fault =
        moment == Moment.BEFORE_COMMIT
            ? Fault.before(Symptom.HTTP_500)
            : new Fault(moment, Symptom.DELAY, Duration.ZERO);
    return new LostAddOrder("TIME_OUT", moment, fault.delayedBy(BEYOND_TIMEOUT));
  }

  /** Whether WHMCS ever makes the order. */
  boolean commits() {
    return moment != Moment.BEFORE_COMMIT;
  }

  @Override
  public String toString() {
    return symptom + " " + moment;
  }
}
