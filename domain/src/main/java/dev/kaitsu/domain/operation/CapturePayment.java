package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.OperationFact.Sent;
import dev.kaitsu.port.out.Invoices;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Charges the client for the invoice, unless it is paid already. */
final class CapturePayment implements Act {
  private final Invoices invoices;
  private final LineSettings settings;

  CapturePayment(Invoices invoices, LineSettings settings) {
    this.invoices = invoices;
    this.settings = settings;
  }

  @Override
  public Readiness readiness(OperationFile file, Instant now) {
    var invoice = invoice(file);
    return switch (invoices.standing(invoice)) {
      case PAID -> new Readiness.Superfluous(Optional.empty());
      case UNPAID ->
          MakeInvoice.hasExpired(file, now, settings)
              ? MakeInvoice.EXPIRED
              : new Readiness.Ready(Optional.empty());
      case PENDING ->
          new Readiness.Doubtful(
              FailureCode.PAYMENT_UNCLEAR,
              "a payment of WHMCS invoice %s is under way that is not ours".formatted(invoice));
      case CLOSED ->
          new Readiness.Hopeless(
              FailureCode.INVOICE_CLOSED,
              "WHMCS invoice %s was closed before it was paid".formatted(invoice));
    };
  }

  @Override
  public Optional<InvoiceId> send(OperationFile file, Sent sent, Instant now) {
    invoices.capture(invoice(file));
    return Optional.empty();
  }

  @Override
  public Sight look(OperationFile file, Unanswered lost, Instant now) {
    var invoice = invoice(file);
    return switch (invoices.standing(invoice)) {
      case PAID -> new Sight.Seen(Optional.empty());
      case UNPAID -> new Sight.NotSeen();
      case PENDING -> new Sight.Unclear("a payment of the invoice is still under way");
      case CLOSED -> new Sight.Blind("the invoice was closed since");
    };
  }

  @Override
  public Duration window() {
    return settings.invoiceWindow();
  }

  /** A bank may have charged what the billing system never heard of. */
  @Override
  public boolean provable() {
    return false;
  }

  @Override
  public FailureCode unclear() {
    return FailureCode.PAYMENT_UNCLEAR;
  }

  @Override
  public String afterRefusal(OperationFile file) {
    return "; WHMCS invoice %s stays unpaid".formatted(invoice(file));
  }

  private static InvoiceId invoice(OperationFile file) {
    return file.invoice().orElseThrow();
  }
}
