package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.HealthClaim;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.port.out.HealthBook;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.HealthBookContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The book of checks in PostgreSQL")
class PostgresHealthBookTest extends HealthBookContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();
  private static final String SYSTEM = "redis";

  @Override
  protected HealthBook book() {
    return new PostgresHealthBook(Engine.databaseOf(DATABASE));
  }

  @Override
  protected void pass(String system, Duration time) {
    Databases.execute(
        DATABASE,
        """
        update kaitsu.health_checks set next_at = next_at - interval '%1$d seconds',
          attended_at = attended_at - interval '%1$d seconds',
          checked_at = checked_at - interval '%1$d seconds'
        where system = '%2$s'
        """
            .formatted(time.toSeconds(), system));
  }

  @Test
  @DisplayName("the newest findings are kept, and no more of them")
  void bounded() {
    for (int found = 1; found <= PostgresHealthBook.KEPT + 3; found++) {
      var claim = book().claimDue(List.of(SYSTEM), Duration.ofMinutes(1)).get(0);
      book().record(claim, took(found), Duration.ZERO);
    }

    assertThat(
            Databases.column(
                DATABASE,
                "select response_ms from kaitsu.health_results where system = 'redis' order by id"))
        .hasSize(PostgresHealthBook.KEPT)
        .startsWith("4")
        .endsWith("103");
  }

  @Test
  @DisplayName("a store that is away is a store failure")
  void storeFailure() {
    var broken = new PostgresHealthBook(Engine.brokenDatabase());
    var claim = new HealthClaim(SYSTEM, Instant.EPOCH);

    assertThatThrownBy(() -> broken.claimDue(List.of(SYSTEM), Duration.ofSeconds(1)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> broken.record(claim, took(1), Duration.ofSeconds(1)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(broken::standings).isInstanceOf(StoreException.class);
  }

  private static HealthResult took(int millis) {
    return new HealthResult(SYSTEM, HealthLevel.OK, Duration.ofMillis(millis), Optional.empty());
  }
}
