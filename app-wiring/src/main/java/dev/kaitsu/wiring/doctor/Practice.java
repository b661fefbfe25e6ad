package dev.kaitsu.wiring.doctor;

import dev.kaitsu.adapter.freebit.Freebit;
import dev.kaitsu.adapter.freebit.FreebitCallListener;
import dev.kaitsu.adapter.postgres.PostgresCheckups;
import dev.kaitsu.adapter.redis.RedisStore;
import dev.kaitsu.adapter.salesforce.SalesforceCalls;
import dev.kaitsu.adapter.salesforce.SalesforceCheckups;
import dev.kaitsu.adapter.salesforce.SalesforceConfig;
import dev.kaitsu.adapter.salesforce.SalesforcePriceBook;
import dev.kaitsu.adapter.salesforce.SalesforceSession;
import dev.kaitsu.adapter.salesforce.stream.TopicCheckup;
import dev.kaitsu.adapter.sftp.SftpRecordFiles;
import dev.kaitsu.adapter.whmcs.MarkerTrial;
import dev.kaitsu.adapter.whmcs.WhmcsBilling;
import dev.kaitsu.adapter.whmcs.WhmcsCallListener;
import dev.kaitsu.domain.PriceBookCheckup;
import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.wiring.WithoutRedis;
import dev.kaitsu.wiring.config.ReadableParts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The adapters of one examination, opened without a thing of ours in the stores, and closed. */
final class Practice implements AutoCloseable {
  private static final Finding HALF_GIVEN =
      Finding.fail(
          "its settings cannot be used, so no records are imported",
          "mend the SFTP_… variables that environment.variables names, or unset them all");

  private final ReadableParts parts;
  private final InstantSource clock;
  private final Optional<MarkerTrial> trial;
  private final Optional<SalesforceSession> session;
  private final Optional<WhmcsBilling> billing;
  private final Optional<Freebit> freebit;
  private final Optional<RedisStore> redis;

  Practice(ReadableParts parts, InstantSource clock, Optional<MarkerTrial> trial) {
    this.parts = parts;
    this.clock = clock;
    this.trial = trial;
    this.session = parts.salesforce().map(this::session);
    this.billing = parts.whmcs().map(config -> new WhmcsBilling(config, WhmcsCallListener.NONE));
    this.freebit =
        parts
            .freebit()
            .map(
                config ->
                    new Freebit(config, WithoutRedis.tokens(), clock, FreebitCallListener.NONE));
    this.redis = parts.redis().map(RedisStore::open);
  }

  /** Not with the session that servers share: a login of its own proves the key. */
  private SalesforceSession session(SalesforceConfig config) {
    return new SalesforceSession(config, WithoutRedis.tokens(), clock, SalesforceCalls.UNWATCHED);
  }

  /** In the order in which they are told. */
  List<Checkup> checkups() {
    var all = new ArrayList<Checkup>();
    all.add(new VariablesCheckup(parts));
    parts
        .salesforce()
        .ifPresent(config -> all.add(new KeyCheckup(config.key(), parts.keyFile(), clock)));
    all.addAll(ofDatabase());
    all.addAll(ofRedis());
    all.addAll(ofSalesforce());
    all.addAll(ofWhmcs());
    all.addAll(ofFreebit());
    all.addAll(ofRecords());
    if (session.isPresent() && billing.isPresent()) {
      all.add(
          new PriceBookCheckup(
              new SalesforcePriceBook(session.get()),
              billing.get().products(),
              parts.priceBook(),
              List.of(SalesforceCheckups.USABLE, "whmcs.login")));
    } else {
      all.add(Fixed.unusable("products.mapping"));
    }
    return all;
  }

  private List<Checkup> ofDatabase() {
    return parts
        .database()
        .map(config -> PostgresCheckups.of(config, clock))
        .orElseGet(() -> List.of(Fixed.unusable("database.connection")));
  }

  private List<Checkup> ofRedis() {
    if (redis.isEmpty()) {
      return List.of(
          Fixed.of(
              "redis.connection", Finding.pass("off: servers share nothing but the database")));
    }
    var all = new ArrayList<Checkup>();
    var connection = redis.get().checkup();
    all.add(connection);
    parts
        .salesforce()
        .ifPresent(
            config ->
                all.add(
                    SalesforceCheckups.sharing(redis.get().tokens(), config, connection.name())));
    return all;
  }

  private List<Checkup> ofSalesforce() {
    if (session.isEmpty()) {
      return List.of(Fixed.unusable("salesforce.login"));
    }
    var all = new ArrayList<>(SalesforceCheckups.of(session.get(), clock));
    if (freebit.isPresent()) {
      all.add(SalesforceCheckups.sims(session.get()));
    }
    all.add(
        parts
            .streams()
            .<Checkup>map(config -> new TopicCheckup(config, session.get()))
            .orElseGet(
                () ->
                    Fixed.of(
                        "salesforce.topics",
                        Finding.pass("off: no channel is subscribed to, sweeps find orders"))));
    return all;
  }

  private List<Checkup> ofRecords() {
    return parts
        .sftp()
        .map(config -> new SftpRecordFiles(config, clock).checkups())
        .orElseGet(
            () ->
                List.of(
                    parts.sftpWanted()
                        ? Fixed.of("sftp.login", HALF_GIVEN)
                        : Fixed.of("sftp.login", Finding.pass("off: no records are imported"))));
  }

  private List<Checkup> ofWhmcs() {
    if (billing.isEmpty()) {
      return List.of(Fixed.unusable("whmcs.login"));
    }
    var all = new ArrayList<>(billing.get().checkups(clock));
    all.add(trial.map(billing.get()::markerProof).orElseGet(Unproven::new));
    return all;
  }

  private List<Checkup> ofFreebit() {
    return freebit
        .map(Freebit::checkups)
        .orElseGet(
            () ->
                List.of(
                    parts.freebitWanted()
                        ? Fixed.unusable("freebit.login")
                        : Fixed.of(
                            "freebit.login",
                            Finding.pass("off: SIM orders are handled elsewhere"))));
  }

  @Override
  public void close() {
    freebit.ifPresent(Freebit::close);
    billing.ifPresent(WhmcsBilling::close);
    session.ifPresent(SalesforceSession::close);
    redis.ifPresent(RedisStore::close);
  }
}
