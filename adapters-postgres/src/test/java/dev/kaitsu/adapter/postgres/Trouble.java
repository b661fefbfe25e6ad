package dev.kaitsu.adapter.postgres;

import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.util.List;

/** How PostgreSQL fails: each row that is written to a table of ours meets it. */
enum Trouble {
  DISK_FULL(
      raising("53100", "could not extend file \"base/5/16384\": No space left on device"),
      "free space"),
  SERIALIZATION_FAILURE(
      raising("40001", "could not serialize access due to concurrent update"), "it is tried again"),
  DEADLOCK(raising("40P01", "deadlock detected"), "it is tried again"),
  READ_ONLY("", "point DATABASE_URL at the primary"),
  CONNECTION_KILLED(
      "perform pg_terminate_backend(pg_backend_pid()), pg_sleep(9);", "no connection"),
  KILLED_IN_COMMIT("perform pg_terminate_backend(pg_backend_pid()), pg_sleep(9);", "no connection"),
  TOO_SLOW("perform pg_sleep(9);", "statement_timeout");

  private final String action;
  private final String advice;

  Trouble(String action, String advice) {
    this.action = action;
    this.advice = advice;
  }

  /** What the message says. */
  String advice() {
    return advice;
  }

  /** From now on, on new connections and on those that are open. */
  void strikes(PostgresDatabase database, List<String> tables) {
    switch (this) {
      case READ_ONLY -> set(database, "set default_transaction_read_only = on");
      case TOO_SLOW -> set(database, "set statement_timeout = '150ms'");
      default -> {}
    }
    if (!action.isEmpty()) {
      install(database, tables, action);
    }
  }

  /** Strikes at the first {@code times} rows that this write writes only. */
  void strikesBriefly(PostgresDatabase database, Writes write, int times) {
    var counter = "times_%s_at_%s".formatted(this, write);
    Databases.execute(database, "create sequence " + counter);
    install(
        database,
        List.of(write.lastTable()),
        "if nextval('%s') <= %d then %s end if;".formatted(counter, times, action));
  }

  void isOver(PostgresDatabase database) {
    if (this == READ_ONLY || this == TOO_SLOW) {
      set(database, "reset all");
    }
    if (!action.isEmpty()) {
      Databases.execute(database, "drop function strike cascade");
    }
  }

  private void install(PostgresDatabase database, List<String> tables, String body) {
    var sql =
        new StringBuilder(
            "drop function if exists strike cascade; create function strike() returns trigger language plpgsql as $$ begin %s return null; end $$;"
                .formatted(body));
    var when = this == KILLED_IN_COMMIT ? "deferrable initially deferred" : "";
    for (var table : tables) {
      sql.append(
          "create %s trigger strike after insert or update or delete on kaitsu.%s %s for each row execute function strike();"
              .formatted(when.isEmpty() ? "" : "constraint", table, when));
    }
    Databases.execute(database, sql.toString());
  }

  /** Said from outside: inside, a database that takes no writes would not take this one either. */
  private static void set(PostgresDatabase database, String setting) {
    Databases.execute(
        new PostgresDatabase(database.server(), "postgres"),
        "alter database %s %s".formatted(database.name(), setting));
    database.terminateConnections();
  }

  private static String raising(String state, String message) {
    return "raise exception '%s' using errcode = '%s';".formatted(message, state);
  }
}
