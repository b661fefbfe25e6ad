package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.CustomerDirectory;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * The customer is known and can pay. The look that creating will need runs beside the question for
 * the payment method. An order that is billed already needs neither.
 */
final class Validate implements FulfillmentStep {
  private final CustomerDirectory customers;
  private final Billing billing;
  private final Executor beside;

  Validate(CustomerDirectory customers, Billing billing, Executor beside) {
    this.customers = customers;
    this.billing = billing;
    this.beside = beside;
  }

  @Override
  public String name() {
    return "validation";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    // Where a call was sent before, that client is meant, whatever the directory says by now.
    Optional<BillingClientId> client =
        fulfillment.client().or(() -> fulfillment.order().account().flatMap(customers::clientOf));
    if (client.isEmpty()) {
      return new StepOutcome.Halted(
          new Halt.Refused(
              FailureCode.MAPPING_CUSTOMER_MISSING,
              fulfillment
                  .order()
                  .account()
                  .map("account %s has no row in id_mappings"::formatted)
                  .orElse("the order has no account")));
    }
    var known = fulfillment.forClient(client.get());
    return known.billed().isPresent()
        ? new StepOutcome.Completed(known)
        : withLook(known, client.get());
  }

  private StepOutcome withLook(Fulfillment fulfillment, BillingClientId client) {
    var looking =
        CompletableFuture.supplyAsync(
            () -> Outcome.of(() -> billing.look(client, fulfillment.order().id())), beside);
    Outcome<Boolean> canPay = Outcome.of(() -> billing.hasPaymentMethod(client));
    Outcome<BillingLook> look = joined(looking); // never left running behind a halted attempt
    if (!canPay.value()) {
      return new StepOutcome.Halted(
          new Halt.Refused(
              FailureCode.PAYMENT_METHOD_MISSING,
              "WHMCS client %s has no payment method; add one, then retry".formatted(client)));
    }
    return new StepOutcome.Completed(fulfillment.looked(look.value()));
  }

  private static <T> T joined(CompletableFuture<T> running) {
    try {
      return running.join();
    } catch (CompletionException thrown) {
      // Outcome holds all others. As if it had happened on this thread: no failure of the order.
      throw (Error) thrown.getCause();
    }
  }
}
