package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.port.out.CustomerDirectory;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.CustomerDirectoryContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The customer mappings in PostgreSQL")
class PostgresCustomersTest extends CustomerDirectoryContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();

  @Override
  protected CustomerDirectory directory() {
    return new PostgresCustomers(Engine.databaseOf(DATABASE));
  }

  @Override
  protected CustomerDirectory brokenDirectory() {
    return new PostgresCustomers(Engine.brokenDatabase());
  }

  @Override
  protected void hasRow(String account, BillingClientId client) {
    Databases.execute(
        DATABASE,
        "insert into public.id_mappings (user_id, whmcs_client_id, sf_account_id) values (gen_random_uuid(), %s, '%s')"
            .formatted(client, account));
  }

  @Test
  @DisplayName("an account that is mapped to two clients is nobody: no one guesses whom to bill")
  void ambiguous() {
    hasRow("001500000000Abc", new BillingClientId(2_000_000_001L));
    hasRow("001500000000Abc", new BillingClientId(2_000_000_002L));

    assertThat(directory().clientOf(new AccountId("001500000000Abc"))).isEmpty();
  }
}
