package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.port.out.ApiLimits;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** One row for each limit. */
final class PostgresApiLimits implements ApiLimits {
  private static final String SAVE =
      """
      insert into kaitsu.api_limits (name, most, remaining) values (:name, :most, :remaining)
      on conflict (name) do update
      set most = excluded.most, remaining = excluded.remaining, told_at = clock_timestamp()
      """;
  private static final String RECENT =
      """
      select name, most, remaining from kaitsu.api_limits
      where told_at > clock_timestamp() - interval '1 hour' order by name
      """;

  private final Database database;

  PostgresApiLimits(Database database) {
    this.database = database;
  }

  @Override
  public void save(List<ApiLimit> limits) {
    database.inTransaction(handle -> save(handle, limits));
  }

  @Override
  public List<ApiLimit> recent() {
    return database.with(
        handle ->
            handle
                .createQuery(RECENT)
                .map(
                    row ->
                        new ApiLimit(
                            row.getColumn("name", String.class),
                            row.getColumn("most", Long.class),
                            row.getColumn("remaining", Long.class)))
                .list());
  }

  /** In the same order everywhere, so that two nodes never wait for each other. */
  private static int save(Handle handle, List<ApiLimit> limits) {
    var byName = limits.stream().sorted(Comparator.comparing(ApiLimit::name)).toList();
    for (ApiLimit limit : byName) {
      handle
          .createUpdate(SAVE)
          .bind("name", limit.name())
          .bind("most", limit.most())
          .bind("remaining", limit.remaining())
          .execute();
    }
    return byName.size();
  }
}
