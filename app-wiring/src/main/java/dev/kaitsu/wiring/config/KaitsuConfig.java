package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.freebit.FreebitConfig;
import dev.kaitsu.adapter.postgres.JobSettings;
import dev.kaitsu.adapter.postgres.PostgresConfig;
import dev.kaitsu.adapter.redis.RedisConfig;
import dev.kaitsu.adapter.salesforce.SalesforceConfig;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig;
import dev.kaitsu.adapter.sftp.SftpConfig;
import dev.kaitsu.adapter.whmcs.WhmcsConfig;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.wiring.budget.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an installation chooses, checked.
 *
 * @param redis empty: this node goes without
 * @param streams empty: no events are subscribed, sweeps alone find orders
 * @param freebit empty: SIMs are handled elsewhere
 * @param sftp empty: no records are imported
 * @param recordsFromDay the day of the month from which on the newest records are due
 * @param lines how SIM lines are managed, where SIMs are not handled elsewhere
 * @param whenWhmcsDown what becomes of orders that have not started
 * @param budget when little is left of Salesforce's limits
 * @param apiToken empty: the API is off
 * @param port where HTTP is served
 * @param warnings what works, but should be known
 */
public record KaitsuConfig(
    PostgresConfig database,
    Optional<RedisConfig> redis,
    SalesforceConfig salesforce,
    Optional<StreamConfig> streams,
    WhmcsConfig whmcs,
    Optional<FreebitConfig> freebit,
    Optional<SftpConfig> sftp,
    int recordsFromDay,
    LineSettings lines,
    FulfillmentSettings fulfillment,
    JobSettings jobs,
    WhenDown whenWhmcsDown,
    Thresholds budget,
    Optional<ApiToken> apiToken,
    int port,
    List<String> warnings) {
  private static final int DEFAULT_PORT = 4000;
  private static final int HIGHEST_PORT = 65_535;

  public KaitsuConfig {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the environment.
   *
   * @throws ConfigurationException naming every variable that is missing, blank or malformed
   */
  public static KaitsuConfig from(Map<String, String> environment) {
    var variables = new Variables(environment);
    var salesforce = SalesforceVariables.read(variables);
    var whmcs = WhmcsVariables.read(variables);
    var freebit = FreebitVariables.read(variables);
    var sftp = SftpVariables.read(variables);
    int recordsFromDay = SftpVariables.fromDay(variables);
    var streams = StreamVariables.read(variables, salesforce);
    var work = WorkVariables.read(variables, whmcs);
    var lines = LineVariables.read(variables, work.fulfillment());
    var whenWhmcsDown = variables.choice("KAITSU_WHEN_WHMCS_DOWN", WhenDown.HOLD, WhenDown.class);
    var budget = BudgetVariables.read(variables);
    var database = StoreVariables.database(variables, work);
    var redis = StoreVariables.redis(variables);
    var apiToken =
        variables
            .secret("KAITSU_API_TOKEN")
            .flatMap(secret -> variables.build(() -> new ApiToken(secret)));
    int port = variables.integer("PORT", DEFAULT_PORT, 0, HIGHEST_PORT);
    variables.failOnProblems();
    return new KaitsuConfig(
        database.orElseThrow(),
        redis,
        salesforce.orElseThrow(),
        streams,
        whmcs.orElseThrow(),
        freebit,
        sftp,
        recordsFromDay,
        lines.orElseThrow(),
        work.fulfillment(),
        work.jobs(),
        whenWhmcsDown,
        budget,
        apiToken,
        port,
        variables.warnings());
  }
}
