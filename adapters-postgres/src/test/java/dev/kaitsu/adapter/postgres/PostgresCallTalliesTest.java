package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.port.out.CallTallies;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.CallTalliesContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tallies of calls in PostgreSQL")
class PostgresCallTalliesTest extends CallTalliesContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();

  @Override
  protected CallTallies tallies() {
    return new PostgresCallTallies(Engine.databaseOf(DATABASE));
  }

  @Override
  protected void pass(Duration time) {
    // In order, so that no two minutes of a system meet on their way.
    Databases.execute(
        DATABASE,
        "update kaitsu.call_tallies set minute = minute - interval '%d seconds'"
            .formatted(time.toSeconds()));
  }

  @Test
  @DisplayName("are tidied away after an hour")
  void tidied() {
    tallies().add("tidied", new CallTally(1, 0));
    pass(Duration.ofMinutes(50));
    new Housekeeping(Engine.databaseOf(DATABASE)).run();
    assertThat(kept()).isEqualTo("1");

    pass(Duration.ofMinutes(12));
    new Housekeeping(Engine.databaseOf(DATABASE)).run();

    assertThat(kept()).isEqualTo("0");
  }

  private static String kept() {
    return Databases.text(
        DATABASE, "select count(*) from kaitsu.call_tallies where system = 'tidied'");
  }
}
