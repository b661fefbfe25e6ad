package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.LineRecord;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.operation.OperationView;
import java.util.Optional;

/** Shows operations to people and scripts. */
final class OperationViews {
  private final LineSettings settings;

  OperationViews(LineSettings settings) {
    this.settings = settings;
  }

  OperationView view(OperationHistory history, LineRecord line) {
    var newest =
        line.operations().stream()
            .filter(each -> each.operation().id().equals(history.operation().id()))
            .findFirst();
    var file = OperationFile.of(newest.orElse(history)); // the line was read after the operation
    var mayRunAt =
        Optional.of(file)
            .filter(each -> newest.isPresent() && each.state() == OperationState.WAITING)
            .map(waiting -> Turns.of(line, settings).mayBegin(waiting));
    return new OperationView(
        file.operation(),
        file.state(),
        mayRunAt,
        file.invoice(),
        file.stop().map(OperationFile.Stop::code),
        file.stop().map(OperationFile.Stop::reason),
        remedy(file),
        file.history().entries());
  }

  private static Optional<String> remedy(OperationFile file) {
    if (file.state() == OperationState.PARKED) {
      return file.stop().flatMap(stop -> stop.call().map(call -> remedy(file, call, stop.code())));
    }
    if (file.hasUnpaidInvoice() && file.stop().flatMap(OperationFile.Stop::call).isEmpty()) {
      return unpaid(file);
    }
    return file.repeatable()
        .map(call -> "settled as not done; retry makes %s again".formatted(call));
  }

  private static Optional<String> unpaid(OperationFile file) {
    var invoice = file.invoice().map(Object::toString).orElse("?");
    return switch (file.state()) {
      case FAILED ->
          Optional.of(
              "pay WHMCS invoice %s, then retry: it reads the invoice first and charges only what is unpaid; or cancel the invoice in WHMCS"
                  .formatted(invoice));
      case CANCELLED ->
          Optional.of(
              "WHMCS invoice %s is left as it is: cancel it there, or refund it if it was paid"
                  .formatted(invoice));
      default -> Optional.empty();
    };
  }

  private static String remedy(OperationFile file, OperationCall call, FailureCode code) {
    var what =
        switch (call) {
          case INVOICE -> "see that WHMCS shows the client's invoices";
          case CAPTURE ->
              "look at WHMCS invoice %s and at the payment gateway: was the client charged?"
                  .formatted(file.invoice().map(Object::toString).orElse("?"));
          case QUOTA ->
              code == FailureCode.SIM_PAID_NOT_ADDED
                  ? "the client has paid WHMCS invoice %s: add the data by hand or refund it"
                      .formatted(file.invoice().map(Object::toString).orElse("?"))
                  : "look for the quota %s at the SIM operator".formatted(reference(file));
          case PLAN -> "look at the SIM operator for the line's plan and its planned changes";
          case NETWORK -> "look at the SIM operator for the line's network";
        };
    return call == OperationCall.INVOICE
        ? "%s; then settle it as not done, and retry: an invoice with %s is found, not made again"
            .formatted(what, reference(file))
        : what + "; then settle it as done or not done";
  }

  private static String reference(OperationFile file) {
    return file.operation().id().reference();
  }
}
