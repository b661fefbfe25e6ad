package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.port.out.CustomerDirectory;
import dev.kaitsu.port.out.StoreException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link CustomerDirectory} promises. */
public abstract class CustomerDirectoryContract {
  private final AccountId account = new AccountId("0015g00000%05d".formatted(Fresh.number()));
  private final BillingClientId client = Fresh.client();

  protected abstract CustomerDirectory directory();

  /** A directory whose store is away. */
  protected abstract CustomerDirectory brokenDirectory();

  /** The directory has a row that names the account as given, in 15 or 18 characters. */
  protected abstract void hasRow(String account, BillingClientId client);

  @Test
  @DisplayName("an account with a row is the client that the row names")
  void findsTheClient() {
    hasRow(account.value(), client);

    assertThat(directory().clientOf(account)).contains(client);
  }

  @Test
  @DisplayName("a row may name the account in 15 characters")
  void findsShortIds() {
    hasRow(account.value().substring(0, 15), client);

    assertThat(directory().clientOf(account)).contains(client);
  }

  @Test
  @DisplayName("an account without a row is nobody")
  void absent() {
    assertThat(directory().clientOf(account)).isEmpty();
  }

  @Test
  @DisplayName("a row that appears later is seen: nothing is remembered of its absence")
  void seesNewRows() {
    assertThat(directory().clientOf(account)).isEmpty();

    hasRow(account.value(), client);

    assertThat(directory().clientOf(account)).contains(client);
  }

  @Test
  @DisplayName("a directory that cannot be read is a store failure, not an absent row")
  void storeFailure() {
    assertThatThrownBy(() -> brokenDirectory().clientOf(account))
        .isInstanceOf(StoreException.class);
  }
}
