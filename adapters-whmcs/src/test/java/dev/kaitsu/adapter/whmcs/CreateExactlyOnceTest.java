package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Moment;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Creating an order is one request, whatever comes back")
class CreateExactlyOnceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration BEYOND_PATIENCE = Duration.ofMillis(1_600);

  /** Where the time is not the point, a busy machine must not look like a slow WHMCS. */
  private static final Duration AMPLE = Duration.ofSeconds(20);

  /** Several codes where the shape of the break decides which is seen. */
  private static final Map<Symptom, Set<FailureCode>> CODES =
      Map.ofEntries(
          Map.entry(Symptom.DROP, Set.of(FailureCode.ECONNRESET)),
          Map.entry(Symptom.DELAY, Set.of(FailureCode.ETIMEOUT)),
          Map.entry(Symptom.LATE_COMMIT, Set.of(FailureCode.HTTP_504)),
          Map.entry(Symptom.HTTP_429, Set.of(FailureCode.HTTP_429)),
          Map.entry(Symptom.HTTP_500, Set.of(FailureCode.HTTP_500)),
          Map.entry(Symptom.HTTP_502_HTML, Set.of(FailureCode.HTTP_502)),
          Map.entry(Symptom.HTTP_503_RETRY_AFTER_0, Set.of(FailureCode.HTTP_503)),
          Map.entry(Symptom.HTTP_503, Set.of(FailureCode.HTTP_503)),
          Map.entry(Symptom.HTTP_504, Set.of(FailureCode.HTTP_504)),
          Map.entry(Symptom.HTML_200, Set.of(FailureCode.BILLING_ANSWER_UNREADABLE)),
          Map.entry(Symptom.EMPTY_200, Set.of(FailureCode.BILLING_ANSWER_UNREADABLE)),
          Map.entry(
              Symptom.TRUNCATED,
              Set.of(FailureCode.BILLING_ANSWER_UNREADABLE, FailureCode.ECONNRESET)),
          Map.entry(Symptom.REDIRECT_302, Set.of(FailureCode.BILLING_ANSWER_UNREADABLE)),
          Map.entry(Symptom.REDIRECT_307, Set.of(FailureCode.BILLING_ANSWER_UNREADABLE)),
          Map.entry(Symptom.SUCCESS_WITHOUT_ID, Set.of(FailureCode.BILLING_ANSWER_UNREADABLE)));

  private final WhmcsEmulator whmcs = Whmcs.start();
  private WhmcsBilling billing = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), AMPLE));

  @AfterEach
  void close() {
    billing.close();
    whmcs.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(Symptom.values())
        .flatMap(symptom -> Stream.of(Moment.values()).map(when -> Arguments.of(when, symptom)));
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("faults")
  @DisplayName("an answer that is lost or damaged leaves doubt, and is asked for only once")
  void anyFaultIsDoubtAndNoSecondRequest(Moment when, Symptom symptom) {
    if (symptom == Symptom.DELAY) {
      billing.close();
      billing = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), PATIENCE));
    }
    // A call before it, so that the connection is one from the pool: those break most easily.
    billing.hasPaymentMethod(Whmcs.CLIENT);
    boolean takesTime = symptom == Symptom.DELAY || symptom == Symptom.LATE_COMMIT;
    var fault = new Fault(when, symptom, takesTime ? BEYOND_PATIENCE : Duration.ZERO);
    whmcs.faults().script("AddOrder", fault, 1);

    var failed =
        catchThrowableOfType(ExternalCallException.class, () -> billing.create(Whmcs.draft()));

    assertThat(failed.halt()).isInstanceOf(Halt.Uncertain.class);
    assertThat(CODES.get(symptom)).contains(failed.halt().code());
    int orders =
        switch (when) {
          case BEFORE_COMMIT -> takesTime ? 1 : 0;
          case AFTER_COMMIT, LATER -> 1;
          case AFTER_TWO_COMMITS -> symptom == Symptom.LATE_COMMIT ? 1 : 2;
        };
    await().until(() -> whmcs.books().orders().size() == orders);
    assertThat(whmcs.calls().count("AddOrder")).isEqualTo(1);
  }

  @Test
  @DisplayName("a pooled connection that WHMCS has closed meanwhile does not make a second request")
  void staleConnection() {
    billing.create(Whmcs.draft());
    whmcs.faults().script("AddOrder", Fault.after(Symptom.DROP), 1);

    var failed =
        catchThrowableOfType(ExternalCallException.class, () -> billing.create(Whmcs.draft()));

    assertThat(failed.halt()).isInstanceOf(Halt.Uncertain.class);
    assertThat(whmcs.calls().count("AddOrder")).isEqualTo(2);
    assertThat(whmcs.books().orders()).hasSize(2);
  }

  @Test
  @DisplayName("a success names the order and its services in the order of the lines")
  void success() {
    var billed = billing.create(Whmcs.draft());

    var order = whmcs.books().orders().get(0);
    assertThat(billed.id().value()).isEqualTo(order.id());
    assertThat(billed.services())
        .isEqualTo(order.services().stream().map(service -> new ServiceId(service.id())).toList());
    assertThat(whmcs.books().ordersMarked(Whmcs.ORDER.value())).hasSize(1);
  }

  @Test
  @DisplayName("what WHMCS is documented to refuse before it acts is refused, with its own words")
  void documentedRefusals() {
    var stranger = new BillingClientId(77);

    var failed =
        catchThrowableOfType(
            ExternalCallException.class,
            () -> billing.create(Whmcs.draft(stranger, Whmcs.line(Whmcs.INTERNET, 1))));

    assertThat(failed.halt())
        .isEqualTo(
            new Halt.Refused(
                FailureCode.BILLING_REFUSED, "WHMCS refused AddOrder: Client ID Not Found"));
    assertThat(whmcs.books().orders()).isEmpty();
  }

  @Test
  @DisplayName("an object that only warns is doubt: it is neither a success nor an error")
  void warningOnly() {
    whmcs.answerStyle().onlyWarns("AddOrder");

    var failed =
        catchThrowableOfType(ExternalCallException.class, () -> billing.create(Whmcs.draft()));

    assertThat(failed.halt()).isInstanceOf(Halt.Uncertain.class);
    assertThat(failed.halt().code()).isEqualTo(FailureCode.BILLING_ANSWER_UNREADABLE);
  }

  @Test
  @DisplayName("junk around the answer does not hide it")
  void junkAroundTheAnswer() {
    whmcs
        .answerStyle()
        .junk("\uFEFF<br />\n<b>Notice</b>: Undefined index {x} in hook.php\n", "\n<!-- end -->");

    assertThat(billing.create(Whmcs.draft()).id().value()).isPositive();
  }

  @Test
  @DisplayName("every request is reported with its action, and with a code if it failed")
  void reported() {
    List<String> heard = new ArrayList<>();
    var config = Whmcs.config(whmcs.apiUrl());
    whmcs.faults().script("AddOrder", Fault.before(Symptom.HTTP_503), 1);
    try (var watched =
        new WhmcsBilling(
            config,
            (action, took, failure) ->
                heard.add(
                    action
                        + " "
                        + failure.map(Object::toString).orElse("ok")
                        + (took.isNegative() ? " backwards" : "")))) {
      assertThatThrownBy(() -> watched.create(Whmcs.draft()))
          .isInstanceOf(ExternalCallException.class);
      watched.create(Whmcs.draft());
    }
    assertThat(heard).containsExactly("AddOrder 503", "AddOrder ok");
  }
}
