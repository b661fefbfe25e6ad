package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationFact.Sent;
import dev.kaitsu.port.out.Invoices;
import dev.kaitsu.port.out.SimLines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Makes the invoice of a top-up, for a line that can take the data. */
final class MakeInvoice implements Act {
  static final Readiness EXPIRED =
      new Readiness.Hopeless(
          FailureCode.SIM_DATE_PAST, "the day on which the data expires has passed");

  private final Invoices invoices;
  private final SimLines lines;
  private final LineSettings settings;

  MakeInvoice(Invoices invoices, SimLines lines, LineSettings settings) {
    this.invoices = invoices;
    this.lines = lines;
    this.settings = settings;
  }

  /** Nobody pays for data that no line can get. */
  @Override
  public Readiness readiness(OperationFile file, Instant now) {
    if (hasExpired(file, now, settings)) {
      return EXPIRED;
    }
    var line = lines.find(file.operation().line());
    if (line.isEmpty()) {
      return new Readiness.Hopeless(
          FailureCode.SIM_ACCOUNT_ABSENT, "the SIM operator does not know the line");
    }
    if (!line.get().inService().orElse(true)) {
      return new Readiness.Hopeless(FailureCode.SIM_REFUSED, "the line is not in service");
    }
    var left =
        file.tried().contains(OperationCall.INVOICE) ? find(file) : Optional.<InvoiceId>empty();
    return left.isPresent()
        ? new Readiness.Superfluous(left)
        : new Readiness.Ready(invoices.newest(topUp(file).client()));
  }

  @Override
  public Optional<InvoiceId> send(OperationFile file, Sent sent, Instant now) {
    var topUp = topUp(file);
    var reference = file.operation().id().reference();
    var description = "Data top-up %d MB (%s)".formatted(topUp.megabytes(), reference);
    return Optional.of(
        invoices.create(
            new InvoiceDraft(
                topUp.client(), topUp.amount(), reference, description, sent.newest())));
  }

  @Override
  public Sight look(OperationFile file, Unanswered lost, Instant now) {
    return find(file)
        .<Sight>map(found -> new Sight.Seen(Optional.of(found)))
        .orElseGet(Sight.NotSeen::new);
  }

  @Override
  public Duration window() {
    return settings.invoiceWindow();
  }

  @Override
  public boolean provable() {
    return true;
  }

  @Override
  public FailureCode unclear() {
    return FailureCode.PAYMENT_UNCLEAR;
  }

  private Optional<InvoiceId> find(OperationFile file) {
    var reference = file.operation().id().reference();
    return invoices.find(topUp(file).client(), reference, file.newestBefore());
  }

  static boolean hasExpired(OperationFile file, Instant now, LineSettings settings) {
    var today = LocalDate.ofInstant(now, settings.zone());
    return topUp(file).expires().filter(today::isAfter).isPresent();
  }

  private static TopUp topUp(OperationFile file) {
    return (TopUp) file.operation().what();
  }
}
