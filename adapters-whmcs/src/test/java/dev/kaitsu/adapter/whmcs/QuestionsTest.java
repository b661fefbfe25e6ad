package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.AnswerStyle;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What WHMCS is asked before and after an order")
class QuestionsTest {
  private final WhmcsEmulator whmcs = Whmcs.start();
  private final WhmcsBilling billing = Whmcs.billing(whmcs.apiUrl());

  @AfterEach
  void close() {
    billing.close();
    whmcs.close();
  }

  @ParameterizedTest
  @EnumSource(AnswerStyle.EmptyList.class)
  @DisplayName("whether a client has a payment method is asked anew each time")
  void paymentMethod(AnswerStyle.EmptyList none) {
    whmcs.answerStyle().emptyLists(none);
    var client = new BillingClientId(6);
    assertThat(billing.hasPaymentMethod(client)).isFalse();

    whmcs.add(WhmcsClient.active(6));
    assertThat(billing.hasPaymentMethod(client)).isTrue();
  }

  @Test
  @DisplayName("a client that WHMCS does not know is a mapping that names nobody")
  void unknownClient() {
    var failed =
        catchThrowableOfType(
            ExternalCallException.class, () -> billing.hasPaymentMethod(new BillingClientId(77)));

    assertThat(failed.halt()).isInstanceOf(Halt.Refused.class);
    assertThat(failed.halt().code()).isEqualTo(FailureCode.MAPPING_CUSTOMER_MISSING);
    assertThat(failed.halt().reason()).contains("77");
  }

  @Test
  @DisplayName("a product allows quantities only where WHMCS says so")
  void allowsQuantity() {
    assertThat(billing.allowsQuantity(Whmcs.INTERNET)).isTrue();
    assertThat(billing.allowsQuantity(Whmcs.INSTALLATION)).isFalse();
    assertThat(billing.allowsQuantity(new ProductId(999))).isFalse();
  }

  @Test
  @DisplayName("before 8.12, or where our role may not ask, no product allows quantities")
  void quantityUnknown() {
    whmcs.behaviour().deny("GetProducts");
    assertThat(billing.allowsQuantity(Whmcs.INTERNET)).isFalse();

    whmcs.behaviour().allow("GetProducts");
    whmcs.behaviour().version("8.11.2-release.1");
    assertThat(billing.allowsQuantity(Whmcs.INTERNET)).isFalse();
  }

  @Test
  @DisplayName("a failed question about a product is answered with no, and asked again")
  void failureIsNotRemembered() {
    whmcs.faults().script("GetProducts", Fault.before(Symptom.HTTP_500), 1);
    assertThat(billing.allowsQuantity(Whmcs.INTERNET)).isFalse();

    assertThat(billing.allowsQuantity(Whmcs.INTERNET)).isTrue();
  }

  @Test
  @DisplayName("a product is asked about once, however many ask at the same time")
  void askedOnce() {
    var asked =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> billing.allowsQuantity(Whmcs.INTERNET)))
            .limit(20)
            .toList();

    assertThat(asked).allMatch(CompletableFuture::join);
    assertThat(whmcs.calls().count("GetProducts")).isEqualTo(1);
  }

  @Test
  @DisplayName("the services of an order come by growing id, without those of other orders")
  void services() {
    whmcs.staff().orders(5, 181);
    var billed =
        billing.create(
            Whmcs.draft(
                Whmcs.CLIENT, Whmcs.line(Whmcs.INTERNET, 2), Whmcs.line(Whmcs.INSTALLATION, 1)));

    var services = billed.services();
    assertThat(billing.services(Whmcs.CLIENT, billed.id()))
        .isEqualTo(
            List.of(
                new BilledService(services.get(0), Whmcs.INTERNET, 2, false),
                new BilledService(services.get(1), Whmcs.INSTALLATION, 1, false)));
  }

  @Test
  @DisplayName("a question whose answer was lost had no effect: it is no doubt")
  void readsAreNeverDoubt() {
    whmcs.faults().script("GetPayMethods", Fault.after(Symptom.HTML_200), 1);

    var failed =
        catchThrowableOfType(
            ExternalCallException.class, () -> billing.hasPaymentMethod(Whmcs.CLIENT));

    assertThat(failed.halt()).isInstanceOf(Halt.Failed.class);
    assertThat(failed.halt().code()).isEqualTo(FailureCode.BILLING_ANSWER_UNREADABLE);
  }
}
