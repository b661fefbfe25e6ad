package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.Invoices;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import dev.kaitsu.testkit.contract.InvoicesContract;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhmcsInvoicesTest extends InvoicesContract {
  private final WhmcsEmulator whmcs = Whmcs.start();
  private final WhmcsBilling billing = Whmcs.billing(whmcs.apiUrl());

  @AfterEach
  void close() {
    billing.close();
    whmcs.close();
  }

  @Override
  protected Invoices invoices() {
    return billing.invoices();
  }

  @Override
  protected void hasClient(BillingClientId id) {
    whmcs.add(WhmcsClient.active((int) id.value()));
  }

  @Override
  protected void refusesCards() {
    whmcs.behaviour().refuseCards("Card Declined");
  }

  @Override
  protected void losesTheNextAnswer(boolean ofCapture) {
    whmcs
        .faults()
        .script(ofCapture ? "CapturePayment" : "CreateInvoice", Fault.after(Symptom.DROP), 1);
  }

  @Override
  protected void staffCancels(InvoiceId invoice) {
    whmcs.staff().setsInvoice((int) invoice.value(), "Cancelled");
  }

  @Override
  protected int charges(InvoiceId invoice) {
    return whmcs.books().invoice((int) invoice.value()).orElseThrow().charges();
  }

  private InvoiceId made(String reference) {
    var client = new BillingClientId(5);
    return invoices()
        .create(new InvoiceDraft(client, BigDecimal.TEN, reference, reference, Optional.empty()));
  }

  private Halt haltOf(InvoiceId invoice) {
    return catchThrowableOfType(ExternalCallException.class, () -> invoices().capture(invoice))
        .halt();
  }

  @Test
  @DisplayName("where notes are not kept, the invoice is found by its item")
  void withoutNotes() {
    whmcs.behaviour().invoiceNotesAreStored(false);
    made("kaitsu-other");
    var made = made("kaitsu-mine");

    assertThat(invoices().find(new BillingClientId(5), "kaitsu-mine", Optional.empty()))
        .contains(made);
  }

  @Test
  @DisplayName("a payment that was taken and not yet confirmed is in doubt, not done")
  void takesTime() {
    whmcs.behaviour().paymentsTakeTime(true);
    var made = made("kaitsu-slow");

    assertThat(haltOf(made)).isInstanceOf(Halt.Uncertain.class);
    assertThat(invoices().standing(made)).isEqualTo(InvoiceStanding.PENDING);
  }

  @Test
  @DisplayName("a refusal is believed only if the invoice can be read")
  void refusalUnread() {
    whmcs.behaviour().refuseCards("Card Declined");
    var made = made("kaitsu-blind");
    whmcs.faults().script("GetInvoice", Fault.before(Symptom.HTTP_503), 1);

    assertThat(haltOf(made).code()).isEqualTo(FailureCode.PAYMENT_UNCLEAR);
  }

  @Test
  @DisplayName("a role without the action is told by name, and nothing was charged")
  void denied() {
    var made = made("kaitsu-denied");
    whmcs.behaviour().deny("CapturePayment");

    var halt = haltOf(made);

    assertThat(halt.code()).isEqualTo(FailureCode.BILLING_ACCESS_REFUSED);
    assertThat(halt.reason()).contains("CapturePayment");
  }
}
