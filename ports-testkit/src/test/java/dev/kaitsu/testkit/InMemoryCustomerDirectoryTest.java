package dev.kaitsu.testkit;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.port.out.CustomerDirectory;
import dev.kaitsu.testkit.contract.CustomerDirectoryContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The customer directory in memory keeps what the directory promises")
class InMemoryCustomerDirectoryTest extends CustomerDirectoryContract {
  private final InMemoryCustomerDirectory directory = new InMemoryCustomerDirectory();

  @Override
  protected CustomerDirectory directory() {
    return directory;
  }

  @Override
  protected CustomerDirectory brokenDirectory() {
    directory.failsNext();
    return directory;
  }

  @Override
  protected void hasRow(String account, BillingClientId client) {
    directory.link(new AccountId(account), client);
  }
}
