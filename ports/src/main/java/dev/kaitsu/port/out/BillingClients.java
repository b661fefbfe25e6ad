package dev.kaitsu.port.out;

import dev.kaitsu.model.BillingClientId;

/** Which clients of the billing system are customers of ours ({@code id_mappings}). */
public interface BillingClients {
  /**
   * Whether any mapping row names the client.
   *
   * @throws StoreException if the directory cannot be read
   */
  boolean knows(BillingClientId client);
}
