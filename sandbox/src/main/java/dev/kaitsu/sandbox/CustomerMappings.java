package dev.kaitsu.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** The portal's own table {@code public.id_mappings}, as the portal would have made it. */
public final class CustomerMappings {
  private final String jdbcUrl;

  private CustomerMappings(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  static CustomerMappings createIn(String jdbcUrl) {
    var mappings = new CustomerMappings(jdbcUrl);
    mappings.run(
        connection ->
            connection
                .createStatement()
                .execute(
                    """
                    create table if not exists public.id_mappings (
                      user_id uuid primary key,
                      whmcs_client_id integer not null unique,
                      sf_account_id text,
                      created_at timestamptz not null default now(),
                      updated_at timestamptz not null default now());
                    create index if not exists id_mappings_account
                      on public.id_mappings (sf_account_id)
                    """));
    return mappings;
  }

  /** Links an account to a client. */
  public void link(String accountId, long clientId) {
    linkAll(Map.of(accountId, clientId));
  }

  /** Links many accounts, in one transaction. */
  public void linkAll(Map<String, Long> clientsByAccount) {
    run(
        connection -> {
          connection.setAutoCommit(false);
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  insert into public.id_mappings (user_id, whmcs_client_id, sf_account_id)
                  values (?, ?, ?)
                  """)) {
            for (var link : clientsByAccount.entrySet()) {
              insert.setObject(1, new UUID(0, link.getValue()));
              insert.setInt(2, Math.toIntExact(link.getValue()));
              insert.setString(3, link.getKey());
              insert.addBatch();
            }
            insert.executeBatch();
          }
          connection.commit();
        });
  }

  private void run(Work work) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
      work.on(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException("the sandbox database does not take a mapping", failure);
    }
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }
}
