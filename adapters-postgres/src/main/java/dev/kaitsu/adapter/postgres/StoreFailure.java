package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.StoreException;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/**
 * Why a statement failed, as one sentence that says what to do. The cause kept is the driver's, not
 * Jdbi's: that one repeats the statement with all its arguments.
 */
record StoreFailure(String state, String said, Throwable cause) {

  static StoreFailure of(JdbiException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    var state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    var said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    return new StoreFailure(state, said, cause);
  }

  /** Another transaction was in the way; nothing of this one is in place. */
  boolean isCollision() {
    return state.equals("40001") || state.equals("40P01");
  }

  StoreException asException() {
    return new StoreException(sentence(), cause);
  }

  private String sentence() {
    return switch (state) {
      case "53100" ->
          "the disk of the database is full (%s): free space on it; nothing of this is written, and orders go on by themselves"
              .formatted(said);
      case "25006" -> readOnly(said);
      case "40001", "40P01" ->
          "the database could not do this beside others (%s): it is tried again; if this repeats, see who else locks the tables of schema kaitsu"
              .formatted(said);
      case "57014" ->
          "the database was too slow (%s): see what slows it down, or raise the statement_timeout of Kaitsu's account"
              .formatted(said);
      default ->
          isLostConnection()
              ? "there is no connection to the database (%s): check that PostgreSQL runs and is reachable; what is in place is read before anything is repeated"
                  .formatted(said)
              : "the database failed: " + said;
    };
  }

  static String readOnly(String said) {
    return "the database takes no writes (%s): it is a standby or was set to read only; point DATABASE_URL at the primary, or allow writes again"
        .formatted(said);
  }

  /** The driver's own codes, and those of a server that ends or starts. */
  private boolean isLostConnection() {
    return state.startsWith("08") || state.startsWith("57P");
  }
}
