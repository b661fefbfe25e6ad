package dev.kaitsu.testkit;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.port.out.BillingClients;
import dev.kaitsu.port.out.CustomerDirectory;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The customer directory in memory. */
public final class InMemoryCustomerDirectory implements CustomerDirectory, BillingClients {
  private final Map<AccountId, BillingClientId> clients = new ConcurrentHashMap<>();
  private final AtomicBoolean failsNext = new AtomicBoolean();

  @Override
  public Optional<BillingClientId> clientOf(AccountId account) {
    if (failsNext.getAndSet(false)) {
      throw new StoreException(
          "the directory does not answer (scripted)", new IOException("connection lost"));
    }
    return Optional.ofNullable(clients.get(account));
  }

  @Override
  public boolean knows(BillingClientId client) {
    return clients.containsValue(client);
  }

  public void link(AccountId account, BillingClientId client) {
    clients.put(account, client);
  }

  public void unlink(AccountId account) {
    clients.remove(account);
  }

  /** The next question fails. */
  public void failsNext() {
    failsNext.set(true);
  }
}
