package dev.kaitsu.port.out;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import java.util.Optional;

/** Which client of the billing system a Salesforce account is ({@code id_mappings}). */
public interface CustomerDirectory {
  /**
   * The client that the account's mapping row names; empty if there is no row.
   *
   * @throws StoreException if the directory cannot be read
   */
  Optional<BillingClientId> clientOf(AccountId account);
}
