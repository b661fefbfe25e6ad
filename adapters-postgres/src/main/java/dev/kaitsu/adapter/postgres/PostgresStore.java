package dev.kaitsu.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.kaitsu.port.in.LineWork;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.ApiLimits;
import dev.kaitsu.port.out.BillingClients;
import dev.kaitsu.port.out.CallTallies;
import dev.kaitsu.port.out.CustomerDirectory;
import dev.kaitsu.port.out.HealthBook;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.Holds;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.port.out.LineOperations;
import dev.kaitsu.port.out.ParkedEvents;
import dev.kaitsu.port.out.RecordStore;
import dev.kaitsu.port.out.SchemaStore;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.port.out.TopicBook;
import dev.kaitsu.port.out.WakeUps;
import dev.kaitsu.port.out.WorkQueue;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The door to PostgreSQL. All parts share one pool; close the jobs before the store.
 *
 * <p>Wake-ups go through NOTIFY unless {@link #wakeOthersThrough} names something faster.
 */
public final class PostgresStore implements AutoCloseable {
  private final PostgresConfig config;
  private final String node = NodeName.random();
  private final HikariDataSource pool;
  private final Database database;
  private final PostgresWakeUps wakeUps;
  private final Doorbell doorbell;

  private PostgresStore(PostgresConfig config) {
    this.config = config;
    this.pool = Connections.pool(config);
    this.database = new Database(jdbi(pool));
    this.wakeUps = new PostgresWakeUps(database, Connections.plain(config), node);
    this.doorbell = new Doorbell(wakeUps);
  }

  /**
   * Connects and brings the tables up to date; several nodes may do so at once.
   *
   * @throws StoreStartException if the database cannot be reached or used, or its tables are newer
   *     than this program
   */
  public static PostgresStore open(PostgresConfig config) {
    new Migrations(Connections.plain(config), new StartFailures(config)).run();
    return new PostgresStore(config);
  }

  public Ledger ledger() {
    return new PostgresLedger(database, config.turnLimit());
  }

  public Inbox inbox() {
    return new PostgresInbox(database, doorbell);
  }

  public SchemaStore schemas() {
    return new PostgresSchemas(database);
  }

  public TopicBook topics() {
    return new PostgresTopicBook(database);
  }

  public ParkedEvents parkedEvents() {
    return new PostgresParkedEvents(database, doorbell);
  }

  /** Leases in this node's name; they live for the takeover time. */
  public StreamLeases streamLeases() {
    return new PostgresStreamLeases(database, node, config.takeoverAfter());
  }

  public CustomerDirectory customers() {
    return new PostgresCustomers(database);
  }

  public BillingClients billingClients() {
    return new PostgresCustomers(database);
  }

  public HealthProbe probe() {
    return new PostgresProbe(database);
  }

  public WorkQueue queue() {
    return new PostgresQueue(database);
  }

  /** Orders that wait for systems that are down. */
  public Holds holds() {
    return new PostgresHolds(database, doorbell, PostgresHolds.GOOD_FOR);
  }

  /** What Salesforce said about our limits. */
  public ApiLimits apiLimits() {
    return new PostgresApiLimits(database);
  }

  /** Who checks which system when, and what was found. */
  public HealthBook healthBook() {
    return new PostgresHealthBook(database);
  }

  /** How many calls all nodes made lately. */
  public CallTallies callTallies() {
    return new PostgresCallTallies(database);
  }

  /** Call and message records. */
  public RecordStore records() {
    return new PostgresRecords(database, new Database(jdbi(Connections.plain(config))), node);
  }

  /** Slots for requests to an outside system, shared by all nodes; close them before the store. */
  public SharedCallSlots callSlots(String system, int limit) {
    var times = SharedCallSlots.Times.STANDARD;
    var table = new SlotTable(database, system, node, limit, times.lease());
    return new SharedCallSlots(table, system, times);
  }

  /** Wake-ups through NOTIFY. */
  public WakeUps wakeUps() {
    return wakeUps;
  }

  /** Uses other wake-ups from now on; call it before jobs start. */
  public void wakeOthersThrough(WakeUps faster) {
    doorbell.reachesOthersThrough(faster);
  }

  /** What is known about operations on SIM lines. */
  public LineOperations lineOperations() {
    return new PostgresLineOperations(database, doorbell);
  }

  /** Starts working on orders. */
  public FulfillmentJobs startJobs(OrderWork work, RecurringWork recurring, JobSettings settings) {
    return startJobs(work, Optional.empty(), recurring, settings);
  }

  /** Starts working on orders and, if there is somebody to work on them, on SIM lines. */
  public FulfillmentJobs startJobs(
      OrderWork work, Optional<LineWork> lines, RecurringWork recurring, JobSettings settings) {
    SweepForward.pull(database, settings.sweepInterval());
    var job = new FulfilJob(node, work, database, doorbell);
    var lineJob = lines.map(each -> new LineJob(node, each, database, doorbell));
    var jobs = RecurringJobs.of(recurring, lines, new Housekeeping(database), settings);
    var scheduler =
        new JobEngine(node, pool, config).scheduler(job, lineJob, jobs, settings.drainTime());
    return FulfillmentJobs.start(scheduler, doorbell);
  }

  @Override
  public void close() {
    wakeUps.close();
    pool.close();
  }

  static Jdbi jdbi(DataSource pool) {
    var jdbi = Jdbi.create(pool);
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(Boolean.class, "boolean");
    return jdbi;
  }
}
