package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.freebit.FreebitConfig;
import dev.kaitsu.adapter.postgres.PostgresConfig;
import dev.kaitsu.adapter.redis.RedisConfig;
import dev.kaitsu.adapter.salesforce.SalesforceConfig;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig;
import dev.kaitsu.adapter.sftp.SftpConfig;
import dev.kaitsu.adapter.whmcs.WhmcsConfig;
import dev.kaitsu.model.PriceBookId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment as far as it can be used: what is wrong with one part keeps nobody from looking at
 * the others.
 *
 * @param freebit empty: switched off, or unusable
 * @param freebitWanted whether it is switched on, be it unusable
 * @param sftp empty: switched off, or unusable
 * @param sftpWanted whether it is switched on, be it unusable
 * @param keyFile where the private key is, if it is in a file
 * @param problems all that keep the server from starting, and those of the variables read here only
 */
public record ReadableParts(
    Optional<PostgresConfig> database,
    Optional<RedisConfig> redis,
    Optional<SalesforceConfig> salesforce,
    Optional<StreamConfig> streams,
    Optional<WhmcsConfig> whmcs,
    Optional<FreebitConfig> freebit,
    boolean freebitWanted,
    Optional<SftpConfig> sftp,
    boolean sftpWanted,
    Optional<PriceBookId> priceBook,
    Optional<Path> keyFile,
    List<String> problems,
    List<String> warnings) {
  public ReadableParts {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  public static ReadableParts of(Map<String, String> environment) {
    var variables = new Variables(environment);
    var salesforce = SalesforceVariables.read(variables);
    var whmcs = WhmcsVariables.read(variables);
    var work = WorkVariables.read(variables, whmcs);
    return new ReadableParts(
        StoreVariables.database(variables, work),
        StoreVariables.redis(variables),
        salesforce,
        StreamVariables.read(variables, salesforce),
        whmcs,
        FreebitVariables.read(variables),
        variables.anyStartsWith("FREEBIT_"),
        SftpVariables.read(variables),
        SftpVariables.isWanted(variables),
        priceBook(variables),
        variables
            .text("SF_PRIVATE_KEY_PATH")
            .or(() -> variables.fileOf("SF_PRIVATE_KEY_BASE64"))
            .map(Path::of),
        problems(variables, environment),
        variables.warnings());
  }

  private static Optional<PriceBookId> priceBook(Variables variables) {
    return variables
        .text("PORTAL_PRICEBOOK_ID")
        .flatMap(
            text -> {
              try {
                return Optional.of(new PriceBookId(text));
              } catch (IllegalArgumentException malformed) {
                variables.problem("PORTAL_PRICEBOOK_ID", "is " + malformed.getMessage());
                return Optional.empty();
              }
            });
  }

  private static List<String> problems(Variables variables, Map<String, String> environment) {
    var problems = new ArrayList<>(variables.problems());
    try {
      var unused = KaitsuConfig.from(environment);
    } catch (ConfigurationException objection) {
      problems.addAll(objection.problems());
    }
    return problems.stream().distinct().toList();
  }
}
