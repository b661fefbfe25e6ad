package dev.kaitsu.testkit;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.InvoiceStanding;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.Invoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The billing system's invoices in memory. */
public final class InMemoryInvoices implements Invoices {
  /** What it can be asked. */
  public enum Call {
    NEWEST,
    FIND,
    CREATE,
    STANDING,
    CAPTURE
  }

  private final Script<Call> script;
  private final NavigableMap<InvoiceId, InvoiceDraft> made = new TreeMap<>();
  private final Map<InvoiceId, InvoiceStanding> standings = new HashMap<>();
  private final List<InvoiceId> charges = new ArrayList<>();
  private final LateEffects late = new LateEffects();
  private final Set<BillingClientId> clients = new HashSet<>();
  private boolean paidByCredit;

  public InMemoryInvoices(CrashPoints crashes) {
    this.script = new Script<>(crashes);
  }

  @Override
  public Optional<InvoiceId> newest(BillingClientId client) {
    return script.perform(Call.NEWEST, () -> of(client).reduce((one, next) -> next));
  }

  @Override
  public Optional<InvoiceId> find(
      BillingClientId client, String reference, Optional<InvoiceId> after) {
    return script.perform(
        Call.FIND,
        () ->
            of(client)
                .filter(id -> after.filter(old -> id.compareTo(old) <= 0).isEmpty())
                .filter(id -> draft(id).reference().equals(reference))
                .findFirst());
  }

  @Override
  public InvoiceId create(InvoiceDraft draft) {
    return script.<InvoiceId>perform(Call.CREATE, () -> late.perform(() -> make(draft)));
  }

  @Override
  public InvoiceStanding standing(InvoiceId invoice) {
    return script.perform(Call.STANDING, () -> standingOf(invoice));
  }

  @Override
  public void capture(InvoiceId invoice) {
    InvoiceId unused = script.perform(Call.CAPTURE, () -> late.perform(() -> charge(invoice)));
  }

  /** How the next calls go wrong. */
  public Script<Call> script() {
    return script;
  }

  /** The next payment is refused by the client's bank. */
  public void refusesTheCard() {
    script.refuses(Call.CAPTURE, FailureCode.PAYMENT_REFUSED, "the card was declined");
  }

  /** The next change is not answered; it is made with {@link #lateCommitArrives()}. */
  public void commitsLate() {
    late.nextIsLate();
  }

  /** What was asked for before the caller gave up is done now. */
  public void lateCommitArrives() {
    late.arrive();
  }

  /** From now on an invoice is paid from the client's credit the moment it is made. */
  public synchronized void creditPays() {
    paidByCredit = true;
  }

  /** Staff changes an invoice by hand. */
  public synchronized void staffSets(InvoiceId invoice, InvoiceStanding standing) {
    standings.put(invoice, standing);
  }

  /** Billing has this client; it knows everybody until one was named. */
  public synchronized void knows(BillingClientId client) {
    clients.add(client);
  }

  /** The invoices, by growing id. */
  public synchronized List<InvoiceId> ids() {
    return List.copyOf(made.keySet());
  }

  /** What the invoice was made from. */
  public synchronized InvoiceDraft draft(InvoiceId invoice) {
    return Optional.ofNullable(made.get(invoice)).orElseThrow();
  }

  /** The invoices whose payment was taken from the client, one entry a time. */
  public synchronized List<InvoiceId> charges() {
    return List.copyOf(charges);
  }

  private synchronized InvoiceId make(InvoiceDraft draft) {
    if (!clients.isEmpty() && !clients.contains(draft.client())) {
      throw ExternalCallException.refused(FailureCode.BILLING_REFUSED, "there is no such client");
    }
    var id = new InvoiceId(made.size() + 101L);
    made.put(id, draft);
    standings.put(id, paidByCredit ? InvoiceStanding.PAID : InvoiceStanding.UNPAID);
    return id;
  }

  private synchronized InvoiceId charge(InvoiceId invoice) {
    if (standingOf(invoice) != InvoiceStanding.UNPAID) {
      throw ExternalCallException.refused(
          FailureCode.BILLING_REFUSED, "invoice %s is not unpaid".formatted(invoice));
    }
    charges.add(invoice);
    standings.put(invoice, InvoiceStanding.PAID);
    return invoice;
  }

  private synchronized InvoiceStanding standingOf(InvoiceId invoice) {
    return standings.getOrDefault(invoice, InvoiceStanding.CLOSED);
  }

  private synchronized Stream<InvoiceId> of(BillingClientId client) {
    return ids().stream().filter(id -> draft(id).client().equals(client));
  }
}
