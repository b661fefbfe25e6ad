package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Salesforce said about limits")
class PostgresApiLimitsTest {
  private final PostgresDatabase database = Databases.fresh();
  private final PostgresApiLimits limits = new PostgresApiLimits(Engine.databaseOf(database));

  @Test
  @DisplayName("is known to all nodes, the latest word of each limit")
  void latestWord() {
    limits.save(List.of(limit("DailyApiRequests", 900), limit("Another", 5)));
    limits.save(List.of(limit("DailyApiRequests", 800)));

    assertThat(limits.recent())
        .containsExactly(limit("Another", 5), limit("DailyApiRequests", 800));
  }

  @Test
  @DisplayName("is forgotten after an hour, for it says nothing any more")
  void forgotten() {
    limits.save(List.of(limit("DailyApiRequests", 900), limit("Another", 5)));
    Databases.execute(
        database,
        "update kaitsu.api_limits set told_at = now() - interval '61 minutes' where name = 'Another'");

    assertThat(limits.recent()).containsExactly(limit("DailyApiRequests", 900));
  }

  private static ApiLimit limit(String name, long remaining) {
    return new ApiLimit(name, 1000, remaining);
  }
}
