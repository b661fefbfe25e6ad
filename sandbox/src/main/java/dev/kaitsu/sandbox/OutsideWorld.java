package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import dev.kaitsu.sandbox.salesforce.cdc.BusSink;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubEmulator;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubSettings;
import dev.kaitsu.sandbox.sftp.RecordFileSeed;
import dev.kaitsu.sandbox.sftp.SftpEmulator;
import dev.kaitsu.sandbox.store.EmbeddedPostgresServer;
import dev.kaitsu.sandbox.store.EmbeddedRedisServer;
import dev.kaitsu.sandbox.store.PostgresOptions;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that Kaitsu talks to, on loopback: one Salesforce org with its event bus, one WHMCS,
 * one Freebit, one PostgreSQL with a customer directory, one Redis, one SFTP server with record
 * files, and a control endpoint to make trouble.
 */
public final class OutsideWorld implements AutoCloseable {
  private static final String DATABASE = "portal";
  private static final String CLIENT_ID = "3MVG9sandboxConsumerKey";
  private static final String USERNAME = "integration@portal.invalid";
  private static final long SEED = 42;
  private static final int RECORD_MONTHS = 3;
  private static final int RECORDS_A_MONTH = 1_000;
  private static final int SIM_CARDS = 99;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final LoginKey key = LoginKey.generate();
  private final EventBus bus = new EventBus(InstantSource.system(), SEED);
  private final SalesforceEmulator salesforce;
  private final PubSubEmulator pubSub;
  private final WhmcsEmulator whmcs;
  private final FreebitEmulator freebit;
  private final FreebitFile freebitFile;
  private final EmbeddedPostgresServer postgres;
  private final EmbeddedRedisServer redis;
  private final SftpEmulator sftp;
  private final ControlEndpoint control;
  private final CustomerMappings mappings;

  private OutsideWorld(PostgresOptions database) {
    try {
      postgres = opened(EmbeddedPostgresServer.start(database));
      postgres.createDatabase(DATABASE);
      mappings = CustomerMappings.createIn(postgres.jdbcUrl(DATABASE));
      redis = opened(EmbeddedRedisServer.start());
      salesforce = opened(SalesforceEmulator.start(new BusSink(bus)));
      salesforce.registerLogin(CLIENT_ID, USERNAME, key.publicKey());
      pubSub =
          opened(
              PubSubEmulator.start(
                  bus, this::checkSession, salesforce.faults(), PubSubSettings.standard()));
      whmcs = opened(WhmcsEmulator.start());
      sftp = opened(SftpEmulator.start());
      seedRecords();
      freebit = opened(FreebitEmulator.start());
      freebitFile = opened(FreebitFile.write());
      for (int i = 1; i <= SIM_CARDS; i++) {
        freebit.books().stocks(simCard(i));
      }
      control = opened(ControlEndpoint.start(0));
      openControls();
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Starts it with a database that survives crashes, as a real one would. */
  public static OutsideWorld start() {
    return start(PostgresOptions.crashSafe());
  }

  /** Starts it on free ports. */
  public static OutsideWorld start(PostgresOptions database) {
    return new OutsideWorld(database);
  }

  /** The fictional number of the n-th SIM card in stock, for n up to 99. */
  public static String simCard(int n) {
    return "0900000%04d".formatted(n);
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }

  /** What the partner has there: the newest month is two months old. */
  private void seedRecords() {
    var seed = new RecordFileSeed(sftp.root());
    var newest = YearMonth.now(ZoneId.of("Asia/Tokyo")).minusMonths(2);
    for (int back = 0; back < RECORD_MONTHS; back++) {
      seed.write(newest.minusMonths(back), RECORDS_A_MONTH);
    }
  }

  private Optional<PubSubError> checkSession(
      String accessToken, String instanceUrl, String tenantId) {
    boolean good =
        salesforce.isSessionOpen(accessToken)
            && instanceUrl.equals(salesforce.uri().toString())
            && tenantId.equals(salesforce.organizationId());
    return good ? Optional.empty() : Optional.of(PubSubError.AUTH_ERROR);
  }

  private void openControls() {
    control.addSystem("whmcs", whmcs.faults(), whmcs::summary);
    control.addSystem("freebit", freebit.faults(), freebit::summary);
    control.addSystem("salesforce", salesforce.faults(), () -> salesforce.calls().all());
    new OrderRoutes(salesforce).registerAt(control);
    new BookRoutes(salesforce, whmcs, freebit).registerAt(control);
    new SftpRoutes(sftp).registerAt(control);
    new SimRoutes(freebit).registerAt(control);
    new StoreRoutes(postgres, DATABASE, redis).registerAt(control);
    new StreamRoutes(salesforce, pubSub).registerAt(control);
  }

  /**
   * The environment variables with which a Kaitsu finds all of this, and {@code SANDBOX_CONTROL},
   * with which scripts find the control endpoint.
   *
   * @param eventChannels for {@code SF_PROVISION_EVENT_CHANNEL}
   */
  public Map<String, String> environment(List<String> eventChannels) {
    var variables = new TreeMap<String, String>();
    variables.put("DATABASE_URL", postgres.databaseUrl(DATABASE));
    variables.put("REDIS_URL", redis.url());
    variables.put("SF_LOGIN_URL", salesforce.uri().toString());
    variables.put("SF_CLIENT_ID", CLIENT_ID);
    variables.put("SF_USERNAME", USERNAME);
    variables.put("SF_PRIVATE_KEY_BASE64", key.privateKeyBase64());
    variables.put("SF_EVENTS_ENABLED", "true");
    variables.put("SF_PUBSUB_ENDPOINT", "http://127.0.0.1:" + pubSub.port());
    variables.put("SF_ORDER_CDC_CHANNEL", "/data/OrderChangeEvent");
    variables.put("SF_PROVISION_EVENT_CHANNEL", String.join(",", eventChannels));
    variables.put("PORTAL_PRICEBOOK_ID", salesforce.data().pricebookId());
    variables.put("WHMCS_API_URL", whmcs.apiUrl().toString());
    variables.put("WHMCS_API_IDENTIFIER", WhmcsEmulator.IDENTIFIER);
    variables.put("WHMCS_API_SECRET", WhmcsEmulator.SECRET);
    variables.put("SFTP_HOST", "127.0.0.1");
    variables.put("SFTP_PORT", Integer.toString(sftp.port()));
    variables.put("SFTP_USERNAME", SftpEmulator.USERNAME);
    variables.put("SFTP_PRIVATE_KEY_PATH", sftp.privateKeyPath().toString());
    variables.put("SFTP_HOST_KEY", sftp.hostKeyLine());
    variables.put("FREEBIT_BASE_URL", freebit.uri().toString());
    variables.put("FREEBIT_OEM_ID", FreebitEmulator.OEM_ID);
    variables.put("FREEBIT_OEM_KEY", FreebitEmulator.OEM_KEY);
    variables.put("FREEBIT_MAPPING_PATH", freebitFile.path().toString());
    variables.put("SANDBOX_CONTROL", control.uri().toString());
    return Map.copyOf(variables);
  }

  /** As {@link #environment(List)}, with the Platform Event that the org publishes by default. */
  public Map<String, String> environment() {
    return environment(List.of("/event/OrderProvisionRequested__e"));
  }

  public SalesforceEmulator salesforce() {
    return salesforce;
  }

  public EventBus bus() {
    return bus;
  }

  public PubSubEmulator pubSub() {
    return pubSub;
  }

  public WhmcsEmulator whmcs() {
    return whmcs;
  }

  public FreebitEmulator freebit() {
    return freebit;
  }

  public EmbeddedPostgresServer postgres() {
    return postgres;
  }

  public EmbeddedRedisServer redis() {
    return redis;
  }

  public SftpEmulator sftp() {
    return sftp;
  }

  public ControlEndpoint control() {
    return control;
  }

  /** The portal's directory of customers. */
  public CustomerMappings mappings() {
    return mappings;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception stuck) {
        throw new IllegalStateException("a part of the sandbox does not close", stuck);
      }
    }
  }
}
