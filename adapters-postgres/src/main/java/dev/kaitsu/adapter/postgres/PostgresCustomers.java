package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.port.out.BillingClients;
import dev.kaitsu.port.out.CustomerDirectory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal's table of who is who. It holds account ids of 15 or 18 characters. An account that is
 * mapped to several clients is treated as unmapped: nobody guesses whom to bill.
 */
final class PostgresCustomers implements CustomerDirectory, BillingClients {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresCustomers.class);
  private static final int SHORT_ID = 15;

  private final Database database;

  PostgresCustomers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<BillingClientId> clientOf(AccountId account) {
    var clients =
        database.with(
            handle ->
                handle
                    .createQuery(
                        """
                        select distinct whmcs_client_id from public.id_mappings
                        where sf_account_id in (:full, :short) and whmcs_client_id > 0
                        """)
                    .bind("full", account.value())
                    .bind("short", account.value().substring(0, SHORT_ID))
                    .mapTo(Long.class)
                    .list());
    if (clients.size() > 1) {
      LOG.warn(
          "id_mappings maps account {} to several WHMCS clients {}: correct the table", // ids only
          account,
          clients);
      return Optional.empty();
    }
    return clients.stream().findFirst().map(BillingClientId::new);
  }

  @Override
  public boolean knows(BillingClientId client) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from public.id_mappings where whmcs_client_id = :id)")
                .bind("id", client.value())
                .mapTo(Boolean.class)
                .one());
  }
}
