package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.out.BilledProducts;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.CallSlots;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.Invoices;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Billing through the WHMCS API. Safe for use by many threads; close it to end its own threads and
 * connections.
 */
public final class WhmcsBilling implements Billing, AutoCloseable {
  private final WhmcsConfig config;
  private final WhmcsClient client;
  private final ProductCatalogue catalogue;
  private final AddOrderRequest requests;
  private final OrderLook look;
  private final OrderAcceptance acceptance;
  private final ServiceLabels labels;
  private final Invoices invoices;
  private final ExecutorService background;

  /** Billing of a process that calls WHMCS alone: its own threads share the slots. */
  public WhmcsBilling(WhmcsConfig config, WhmcsCallListener listener) {
    this(config, listener, new OwnSlots(config.concurrency()));
  }

  /**
   * Billing of one of several processes.
   *
   * @param slots shared with the others, so that the limit of requests holds for all together
   */
  public WhmcsBilling(WhmcsConfig config, WhmcsCallListener listener, CallSlots slots) {
    var ordering = config.ordering();
    this.config = config;
    this.background = Executors.newFixedThreadPool(config.concurrency(), WhmcsBilling::thread);
    var transport = new WhmcsTransport(config, listener, slots);
    this.client = new WhmcsClient(transport);
    this.invoices = new WhmcsInvoices(new InvoiceCalls(transport));
    this.catalogue = new ProductCatalogue(client::product, System::nanoTime);
    this.requests = new AddOrderRequest(ordering, catalogue);
    this.labels = new ServiceLabels(client, catalogue, config.simFields());
    this.look = new OrderLook(client, background);
    this.acceptance = new OrderAcceptance(client, ordering.autoSetup());
  }

  /** A probe that shares this billing's connections, and its restraint after a refused login. */
  public WhmcsProbe probe() {
    return new WhmcsProbe(client);
  }

  /** What can be seen of WHMCS before a go-live, by reads alone. */
  public List<Checkup> checkups(InstantSource clock) {
    return List.of(
        new ClockCheckup(client, clock),
        new LoginCheckup(client),
        new VersionCheckup(client),
        new RoleCheckup(client),
        new GatewayCheckup(client, config.ordering().paymentMethod()));
  }

  /** Proves where this installation stores the marker, by one order on a test client. */
  public Checkup markerProof(MarkerTrial trial) {
    var quiet = new AddOrderRequest(config.ordering().quiet(), catalogue);
    return new MarkerProof(trial, config.timeout(), client, look, quiet);
  }

  /** Invoices of the same installation, over the same connections. */
  public Invoices invoices() {
    return invoices;
  }

  public BilledProducts products() {
    return new ExistingProducts(client);
  }

  @Override
  public boolean hasPaymentMethod(BillingClientId of) {
    return client.hasPayMethod(of);
  }

  @Override
  public BillingLook look(BillingClientId of, OrderId order) {
    return look.look(of, order);
  }

  @Override
  public boolean allowsQuantity(ProductId product) {
    try {
      return catalogue.product(product).filter(ProductRow::allowsQuantity).isPresent();
    } catch (ExternalCallException unknown) {
      return false; // repeating the line is right in any case
    }
  }

  /** Reads the catalogue if a marker field is set up; the order itself is not sent. */
  @Override
  public List<FormField> preview(BillingDraft draft) {
    return requests.of(draft).form();
  }

  @Override
  public BilledOrder create(BillingDraft draft) {
    var call = requests.of(draft);
    return AddOrderReply.made(call, client.addOrder(call));
  }

  @Override
  public void accept(BillingOrderId order) {
    acceptance.accept(order);
  }

  @Override
  public void acceptAgain(BillingOrderId order) {
    acceptance.acceptAgain(order);
  }

  @Override
  public List<BilledService> services(BillingClientId of, BillingOrderId order) {
    return client.services(of, order).stream()
        .sorted(Comparator.comparing(BilledService::id))
        .toList();
  }

  @Override
  public int labelServices(BillingClientId of, BillingOrderId order, SimIdentity sim) {
    try {
      return labels.write(of, order, sim);
    } catch (WireObject.OddListException odd) {
      throw ExternalCallException.unavailable(
          FailureCode.BILLING_ANSWER_UNREADABLE,
          "WHMCS answered GetClientsProducts with a list that is none");
    }
  }

  @Override
  public void close() {
    background.shutdown();
    client.close();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "whmcs-look");
    thread.setDaemon(true);
    return thread;
  }
}
