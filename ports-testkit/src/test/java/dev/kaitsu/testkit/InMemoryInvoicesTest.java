package dev.kaitsu.testkit;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.port.out.Invoices;
import dev.kaitsu.testkit.contract.InvoicesContract;
import java.util.Collections;

class InMemoryInvoicesTest extends InvoicesContract {
  private final InMemoryInvoices invoices = new InMemoryInvoices(new CrashPoints());

  @Override
  protected Invoices invoices() {
    return invoices;
  }

  @Override
  protected void hasClient(BillingClientId id) {
    invoices.knows(id);
  }

  @Override
  protected void refusesCards() {
    invoices.refusesTheCard();
  }

  @Override
  protected void losesTheNextAnswer(boolean ofCapture) {
    var call = ofCapture ? InMemoryInvoices.Call.CAPTURE : InMemoryInvoices.Call.CREATE;
    invoices.script().losesTheAnswer(call, FailureCode.ETIMEOUT);
  }

  @Override
  protected void staffCancels(InvoiceId invoice) {
    invoices.staffSets(invoice, InvoiceStanding.CLOSED);
  }

  @Override
  protected int charges(InvoiceId invoice) {
    return Collections.frequency(invoices.charges(), invoice);
  }
}
