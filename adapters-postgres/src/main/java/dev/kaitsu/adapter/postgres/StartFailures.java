package dev.kaitsu.adapter.postgres;

import java.sql.SQLException;
import java.util.OptionalInt;
import org.flywaydb.core.api.FlywayException;

/** What a database that cannot be used has to say, as one sentence with its remedy. */
final class StartFailures {
  private final PostgresConfig config;

  StartFailures(PostgresConfig config) {
    this.config = config;
  }

  StoreStartException of(SQLException failure) {
    return new StoreStartException(sentenceFor(failure), failure);
  }

  StoreStartException of(FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        return of(refusal);
      }
    }
    return new StoreStartException(
        "The tables of Kaitsu in %s are not as this program left them (%s): restore the schema kaitsu from a backup, or undo what was changed by hand."
            .formatted(config.place(), firstLine(failure)),
        failure);
  }

  StoreStartException newerSchema(SchemaVersions versions, OptionalInt floor) {
    var needed = floor.isPresent() ? String.valueOf(floor.getAsInt()) : "a later one";
    return new StoreStartException(
        "The tables of Kaitsu in %s are of version %d and need a program that knows version %s; this one knows %d: start the newer program again, or restore a backup from before its start."
            .formatted(config.place(), versions.found(), needed, versions.known()));
  }

  StoreStartException unreadableMappings() {
    return new StoreStartException(
        "The account %s may not read the customer mappings in %s: run 'grant select on public.id_mappings to %s' as the table's owner."
            .formatted(user(), config.place(), user()));
  }

  private String sentenceFor(SQLException failure) {
    var state = String.valueOf(failure.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
          "The database at %s refused the account %s: check user and password in DATABASE_URL."
              .formatted(config.place(), user());
      case "3D000" ->
          "There is no such database at %s: create it, or correct the name in DATABASE_URL."
              .formatted(config.place());
      case "42501" ->
          "The account %s lacks a right in %s (%s): as the database's owner run 'grant create on database … to %s', and 'grant create on schema public' unless public.id_mappings exists."
              .formatted(user(), config.place(), firstLine(failure), user());
      case "53300" ->
          "The database at %s takes no more connections: raise its max_connections, or lower KAITSU_WORKERS."
              .formatted(config.place());
      default ->
          state.startsWith("08")
              ? "The database at %s cannot be reached (%s): check DATABASE_URL, and that PostgreSQL runs there."
                  .formatted(config.place(), firstLine(failure))
              : "The database at %s cannot be used (%s, SQLSTATE %s): see its log."
                  .formatted(config.place(), firstLine(failure), state);
    };
  }

  private String user() {
    return config.user().orElse("of this operating system user");
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
