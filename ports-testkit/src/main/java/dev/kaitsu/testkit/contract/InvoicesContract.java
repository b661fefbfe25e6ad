package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.port.out.Invoices;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Invoices} promises. */
@DisplayName("A client is charged through an invoice")
public abstract class InvoicesContract {
  private final BillingClientId client = Fresh.client();
  private final BillingClientId other = Fresh.client();

  protected abstract Invoices invoices();

  /** A client with a stored card. */
  protected abstract void hasClient(BillingClientId id);

  /** Banks refuse every payment from now on. */
  protected abstract void refusesCards();

  /** The next CreateInvoice or CapturePayment takes effect, and its answer is lost. */
  protected abstract void losesTheNextAnswer(boolean ofCapture);

  /** Staff cancels the invoice. */
  protected abstract void staffCancels(InvoiceId invoice);

  protected abstract int charges(InvoiceId invoice);

  @BeforeEach
  void clients() {
    hasClient(client);
    hasClient(other);
  }

  private InvoiceDraft draft(String reference) {
    return new InvoiceDraft(
        client,
        new BigDecimal("550.00"),
        reference,
        "Data top-up (%s)".formatted(reference),
        Optional.empty());
  }

  @Test
  @DisplayName("a client without an invoice has no newest one")
  void none() {
    assertThat(invoices().newest(client)).isEmpty();
    assertThat(invoices().find(client, Fresh.name("ref"), Optional.empty())).isEmpty();
  }

  @Test
  @DisplayName("an invoice is unpaid, the newest of its client, and found by its reference")
  void made() {
    var reference = Fresh.name("ref");
    var first = invoices().create(draft(Fresh.name("ref")));
    var made = invoices().create(draft(reference));

    assertThat(invoices().standing(made)).isEqualTo(InvoiceStanding.UNPAID);
    assertThat(invoices().newest(client)).contains(made);
    assertThat(invoices().find(client, reference, Optional.empty())).contains(made);
    assertThat(invoices().find(client, reference, Optional.of(first))).contains(made);
    assertThat(invoices().find(client, reference, Optional.of(made))).isEmpty();
    assertThat(invoices().find(other, reference, Optional.empty())).isEmpty();
    assertThat(invoices().newest(other)).isEmpty();
  }

  @Test
  @DisplayName("an invoice that was made without an answer is found by its reference")
  void lostInvoice() {
    var reference = Fresh.name("ref");
    losesTheNextAnswer(false);

    assertThat(Failures.haltOf(() -> invoices().create(draft(reference))))
        .isInstanceOf(Halt.Uncertain.class);

    assertThat(invoices().find(client, reference, Optional.empty())).isPresent();
  }

  @Test
  @DisplayName("a payment is taken once, and the invoice is paid")
  void captured() {
    var made = invoices().create(draft(Fresh.name("ref")));

    invoices().capture(made);

    assertThat(invoices().standing(made)).isEqualTo(InvoiceStanding.PAID);
    assertThat(charges(made)).isEqualTo(1);
  }

  @Test
  @DisplayName("a payment that was taken without an answer shows at the invoice")
  void lostCapture() {
    var made = invoices().create(draft(Fresh.name("ref")));
    losesTheNextAnswer(true);

    assertThat(Failures.haltOf(() -> invoices().capture(made))).isInstanceOf(Halt.Uncertain.class);

    assertThat(invoices().standing(made)).isEqualTo(InvoiceStanding.PAID);
    assertThat(charges(made)).isEqualTo(1);
  }

  @Test
  @DisplayName("a refused card is a refusal, and the invoice stays unpaid")
  void refused() {
    var made = invoices().create(draft(Fresh.name("ref")));
    refusesCards();

    var halt = Failures.haltOf(() -> invoices().capture(made));

    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(halt.code()).isEqualTo(FailureCode.PAYMENT_REFUSED);
    assertThat(invoices().standing(made)).isEqualTo(InvoiceStanding.UNPAID);
    assertThat(charges(made)).isZero();
  }

  @Test
  @DisplayName("what staff cancelled, and what is not there, is closed")
  void closed() {
    var made = invoices().create(draft(Fresh.name("ref")));
    staffCancels(made);

    assertThat(invoices().standing(made)).isEqualTo(InvoiceStanding.CLOSED);
    assertThat(invoices().standing(new InvoiceId(made.value() + 5_000)))
        .isEqualTo(InvoiceStanding.CLOSED);
  }

  @Test
  @DisplayName("an invoice for nobody is refused")
  void unknownClient() {
    var nobody = Fresh.client();
    var draft =
        new InvoiceDraft(nobody, BigDecimal.ONE, Fresh.name("ref"), "nothing", Optional.empty());

    assertThat(Failures.haltOf(() -> invoices().create(draft))).isInstanceOf(Halt.Refused.class);
  }
}
