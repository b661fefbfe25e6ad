package dev.kaitsu.crash.world;

import dev.kaitsu.domain.RampUp;
import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.SimPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.in.HoldReview;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryCustomerDirectory;
import dev.kaitsu.testkit.InMemoryHolds;
import dev.kaitsu.testkit.InMemoryInbox;
import dev.kaitsu.testkit.InMemoryLedger;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.InMemorySimCards;
import dev.kaitsu.testkit.InMemorySimOrders;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.SettableClock;
import dev.kaitsu.testkit.WitnessedBilling;
import dev.kaitsu.testkit.WitnessedSimCards;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything around fulfillment, in memory and on one clock. What they hold are the books. */
public final class Fakes {
  public static final FulfillmentSettings SETTINGS = FulfillmentSettings.DEFAULTS;

  /** As holds name it. */
  public static final String WHMCS = "whmcs";

  public final SettableClock clock = new SettableClock();
  public final InMemoryOrders salesforce = new InMemoryOrders(clock, new CrashPoints());
  public final InMemoryBilling billing = new InMemoryBilling();
  public final InMemorySimCards simCards = new InMemorySimCards();
  public final InMemorySimOrders simOrders = new InMemorySimOrders();
  public final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory();
  public final InMemoryStore store = new InMemoryStore(clock, new CrashPoints());
  public final InMemoryLedger ledger = new InMemoryLedger(store);
  public final InMemoryHolds holds = new InMemoryHolds(store);
  public final InMemoryInbox inbox = new InMemoryInbox(store);

  public Time time() {
    return new Time(clock, clock::nanoTime);
  }

  /**
   * All ports over one wire, with a witness before billing.
   *
   * @param window how long after a creating call the witness wants no other one
   */
  public FulfillmentPorts over(Wire wire, Duration window, FulfillmentListener listener) {
    return new FulfillmentPorts(
        new WiredOrders(salesforce, wire),
        new WitnessedBilling(new WiredBilling(billing, wire), clock, window),
        account -> wire.carry(Call.CUSTOMER, () -> customers.clientOf(account)),
        new WiredLedger(ledger, wire),
        new WiredInbox(inbox, wire),
        new WiredHolds(holds, wire),
        Optional.of(
            new SimPorts(
                new WitnessedSimCards(
                    new WiredSimCards(simCards, wire), clock, SETTINGS.simLookWindow()),
                new WiredSimOrders(simOrders, wire))),
        listener);
  }

  /** Sees after a WHMCS that is held, as one node does again and again. */
  public HoldReview reviewOfWhmcs(Supplier<Optional<String>> problem) {
    var probe =
        new HealthProbe() {
          @Override
          public String name() {
            return WHMCS;
          }

          @Override
          public Optional<String> problem() {
            return problem.get();
          }
        };
    return new RampUp(holds, probe, new FulfillmentListener() {});
  }

  /** Where the order stands, as it follows from the ledger's own book. */
  public CaseFile file(OrderId order) {
    return CaseFile.of(ledger.recall(order));
  }
}
