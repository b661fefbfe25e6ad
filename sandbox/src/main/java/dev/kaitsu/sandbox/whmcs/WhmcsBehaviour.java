package dev.kaitsu.sandbox.whmcs;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What this installation does where installations differ, or where they are known to go wrong. A
 * switch holds from the next call on, until it is set again. Defaults are those of a recent, plain
 * installation.
 */
public final class WhmcsBehaviour {

  /** Where the undocumented {@code notes} of AddOrder end up. */
  public enum Notes {
    ON_ORDER,
    /** On the first service of the order. */
    ON_SERVICE,
    NOWHERE
  }

  /** In which order lists come; {@link #SHUFFLED} is arbitrary, but stable between pages. */
  public enum ListOrder {
    ASCENDING,
    DESCENDING,
    SHUFFLED
  }

  /** What AddOrder says about the invoice when there is none. */
  public enum NoInvoice {
    ZERO,
    EMPTY_TEXT,
    MISSING
  }

  /** How AcceptOrder goes. */
  public enum Acceptance {
    WORKS,
    MODULE_FAILS_ORDER_STAYS_PENDING,
    MODULE_FAILS_ORDER_TURNS_ACTIVE,
    /** The first service is set up, the others and the order stay Pending. */
    MODULE_FAILS_HALF_WAY,
    /** A hook aborts every order that has notes. */
    HOOK_ABORTS_ORDERS_WITH_NOTES,
    /** Staff accepts the order just before the call does. */
    STAFF_IS_FASTER
  }

  /** What stands between the caller and the actions. */
  public enum FrontDoor {
    OPEN,
    INVALID_IP,
    AUTHENTICATION_FAILED,
    FIREWALL_PAGE_403,
    REDIRECT_301,
    MAINTENANCE_PAGE_200,
    MAINTENANCE_PAGE_503
  }

  volatile Notes notes = Notes.ON_ORDER;
  volatile boolean customFieldsStored = true;
  volatile String version = "8.13.1-release.1";
  volatile ListOrder listOrder = ListOrder.DESCENDING;
  volatile int pageCap = 10_000;
  volatile NoInvoice noInvoice = NoInvoice.ZERO;
  volatile boolean creditPaysInvoices;
  volatile boolean invoiceNotesStored = true;
  volatile boolean paymentsTakeTime;
  volatile Optional<String> cards = Optional.empty();
  volatile Acceptance acceptance = Acceptance.WORKS;
  volatile FrontDoor frontDoor = FrontDoor.OPEN;
  private final AtomicInteger ordersBetweenPages = new AtomicInteger();
  final Set<String> deniedActions = ConcurrentHashMap.newKeySet();
  final Set<Integer> clientsWithMalformedText = ConcurrentHashMap.newKeySet();

  WhmcsBehaviour() {}

  public void notesAreStored(Notes where) {
    notes = where;
  }

  public void customFieldsAreStored(boolean stored) {
    customFieldsStored = stored;
  }

  /** Below 8.12 {@code qty} is ignored without a word and {@code allowqty} is not shown. */
  public void version(String newVersion) {
    version = newVersion;
  }

  public void listsCome(ListOrder order) {
    listOrder = order;
  }

  /** Answers at most this many rows a page, whatever {@code limitnum} asks for. */
  public void capPagesAt(int rows) {
    pageCap = rows;
  }

  /** After each of the next {@code times} GetOrders pages that are not the last, staff orders. */
  public void staffOrdersBetweenPages(int times) {
    ordersBetweenPages.set(times);
  }

  public void withoutInvoiceSays(NoInvoice form) {
    noInvoice = form;
  }

  /** Client credit pays an invoice at once; services turn Active before the order is accepted. */
  public void creditPaysInvoices(boolean pays) {
    creditPaysInvoices = pays;
  }

  /** Whether CreateInvoice keeps its {@code notes}; it always keeps the item's description. */
  public void invoiceNotesAreStored(boolean stored) {
    invoiceNotesStored = stored;
  }

  /** Banks refuse every payment from now on, with these words. */
  public void refuseCards(String words) {
    cards = Optional.of(words);
  }

  /** Banks take every payment again. */
  public void acceptCards() {
    cards = Optional.empty();
  }

  /** A payment that was taken stays {@code Payment Pending} until staff sets its invoice. */
  public void paymentsTakeTime(boolean takeTime) {
    paymentsTakeTime = takeTime;
  }

  public void acceptance(Acceptance newAcceptance) {
    acceptance = newAcceptance;
  }

  public void frontDoor(FrontDoor door) {
    frontDoor = door;
  }

  /** The credential's role no longer lists this action. */
  public void deny(String action) {
    deniedActions.add(action);
  }

  public void allow(String action) {
    deniedActions.remove(action);
  }

  /** GetClientsProducts fails for this client: one of its fields holds bytes that are no UTF-8. */
  public void storesMalformedText(int clientId) {
    clientsWithMalformedText.add(clientId);
  }

  boolean takeOrderBetweenPages() {
    return ordersBetweenPages.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  /** Quantities came with 8.12. */
  boolean knowsQuantities() {
    String[] parts = version.split("[.-]", 3);
    int major = Integer.parseInt(parts[0]);
    int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return major > 8 || (major == 8 && minor >= 12);
  }
}
