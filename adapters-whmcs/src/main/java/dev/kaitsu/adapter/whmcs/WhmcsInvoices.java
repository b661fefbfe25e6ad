package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.Invoices;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Invoices through the WHMCS API. What WHMCS says of a payment is believed after a look at it. */
final class WhmcsInvoices implements Invoices {
  private static final String NO_INVOICE = "invoice id not found";
  private final InvoiceCalls calls;

  WhmcsInvoices(InvoiceCalls calls) {
    this.calls = calls;
  }

  @Override
  public Optional<InvoiceId> newest(BillingClientId client) {
    return ids(client).max(Comparator.naturalOrder());
  }

  @Override
  public Optional<InvoiceId> find(
      BillingClientId client, String reference, Optional<InvoiceId> after) {
    var newer =
        calls.of(client).stream()
            .filter(row -> after.filter(old -> idOf(row).compareTo(old) <= 0).isEmpty())
            .toList();
    return newer.stream()
        .filter(row -> row.text("notes").filter(notes -> notes.contains(reference)).isPresent())
        .map(WhmcsInvoices::idOf)
        .findFirst()
        .or(() -> findByItem(newer, reference));
  }

  /** Where notes are not kept, the item's description carries the reference. */
  private Optional<InvoiceId> findByItem(List<WireObject> rows, String reference) {
    return rows.stream()
        .map(WhmcsInvoices::idOf)
        .filter(id -> itemsOf(id).stream().anyMatch(text -> text.contains(reference)))
        .findFirst();
  }

  private List<String> itemsOf(InvoiceId invoice) {
    var call = InvoiceCalls.showing(invoice);
    var answer = calls.send(call);
    return isGone(answer)
        ? List.of()
        : WhmcsClient.understand(call, answer, reply -> reply.textsBelow("items"));
  }

  @Override
  public InvoiceId create(InvoiceDraft draft) {
    var call = InvoiceCalls.creating(draft);
    var answer = calls.send(call);
    if (answer instanceof Answer.Success success) {
      return new InvoiceId(success.reply().id("invoiceid").orElseThrow());
    }
    if (answer instanceof Answer.Denied denied) {
      throw WhmcsErrors.denied(call, denied);
    }
    return madeInSpiteOf(call, (Answer.Refusal) answer, draft);
  }

  /** An error is believed if no such invoice is there. */
  private InvoiceId madeInSpiteOf(WhmcsCall call, Answer.Refusal refusal, InvoiceDraft draft) {
    try {
      return find(draft.client(), draft.reference(), draft.newest())
          .orElseThrow(() -> WhmcsErrors.refusal(call, refusal));
    } catch (ExternalCallException unread) {
      if (unread.halt().code() == FailureCode.BILLING_REFUSED
          || unread.halt().code() == FailureCode.MAPPING_CUSTOMER_MISSING) {
        throw unread;
      }
      throw ExternalCallException.outcomeUnknown(
          FailureCode.BILLING_REFUSED,
          "WHMCS answered CreateInvoice with an error, and could not be asked whether there is one: "
              + refusal.message());
    }
  }

  @Override
  public InvoiceStanding standing(InvoiceId invoice) {
    var call = InvoiceCalls.showing(invoice);
    var answer = calls.send(call);
    return isGone(answer)
        ? InvoiceStanding.CLOSED
        : WhmcsClient.understand(call, answer, reply -> standing(reply.text("status").orElse("")));
  }

  @Override
  public void capture(InvoiceId invoice) {
    var call = InvoiceCalls.capturing(invoice);
    var answer = calls.send(call);
    if (answer instanceof Answer.Denied denied) {
      throw WhmcsErrors.denied(call, denied);
    }
    var said = answer instanceof Answer.Refusal refusal ? refusal.message() : "it was taken";
    var standing = standingAfter(invoice, said);
    if (standing == InvoiceStanding.PAID) {
      return;
    }
    if (standing == InvoiceStanding.UNPAID && answer instanceof Answer.Refusal) {
      throw ExternalCallException.refused(
          FailureCode.PAYMENT_REFUSED, "WHMCS refused CapturePayment: " + said);
    }
    throw unclear(said);
  }

  private InvoiceStanding standingAfter(InvoiceId invoice, String said) {
    try {
      return standing(invoice);
    } catch (ExternalCallException unread) {
      throw unclear(said);
    }
  }

  private static ExternalCallException unclear(String said) {
    return ExternalCallException.outcomeUnknown(
        FailureCode.PAYMENT_UNCLEAR,
        "WHMCS said of CapturePayment: %s; its invoice does not confirm it".formatted(said));
  }

  private Stream<InvoiceId> ids(BillingClientId client) {
    return calls.of(client).stream().map(WhmcsInvoices::idOf);
  }

  private static InvoiceId idOf(WireObject row) {
    return new InvoiceId(
        row.id("id")
            .orElseThrow(
                () ->
                    WhmcsErrors.unreadable(
                        WhmcsCall.read("GetInvoices"), 200, "an invoice without an id")));
  }

  private static boolean isGone(Answer answer) {
    return answer instanceof Answer.Refusal refusal
        && refusal.message().toLowerCase(Locale.ROOT).startsWith(NO_INVOICE);
  }

  private static InvoiceStanding standing(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "paid" -> InvoiceStanding.PAID;
      case "unpaid", "overdue" -> InvoiceStanding.UNPAID;
      case "payment pending" -> InvoiceStanding.PENDING;
      default -> InvoiceStanding.CLOSED;
    };
  }
}
