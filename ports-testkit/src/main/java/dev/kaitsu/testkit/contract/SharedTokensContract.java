package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.port.out.SharedTokens;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link SharedTokens} promises. */
public abstract class SharedTokensContract {
  private static final Duration LONG = Duration.ofHours(1);

  private final String name = Fresh.name("token");

  protected abstract SharedTokens tokens();

  /** Tokens whose store is away. */
  protected abstract SharedTokens absentTokens();

  /** Saves a token and lets its lifetime pass, however short it has to be for that. */
  protected abstract void saveAndOutlive(String name, String token);

  @Test
  @DisplayName("a saved token is found under its name alone")
  void findsTheToken() {
    tokens().save(name, "secret", LONG);

    assertThat(tokens().find(name)).contains("secret");
    assertThat(tokens().find(Fresh.name("token"))).isEmpty();
  }

  @Test
  @DisplayName("a newer token takes the place of the older")
  void replaces() {
    tokens().save(name, "old", LONG);
    tokens().save(name, "new", LONG);

    assertThat(tokens().find(name)).contains("new");
  }

  @Test
  @DisplayName("a token is gone after its lifetime")
  void expires() {
    saveAndOutlive(name, "secret");

    assertThat(tokens().find(name)).isEmpty();
  }

  @Test
  @DisplayName("a token is forgotten if it is still this one")
  void forgets() {
    tokens().save(name, "secret", LONG);

    tokens().forget(name, "secret");

    assertThat(tokens().find(name)).isEmpty();
  }

  @Test
  @DisplayName("a newer token of another node stays")
  void keepsNewerTokens() {
    tokens().save(name, "new", LONG);

    tokens().forget(name, "old");

    assertThat(tokens().find(name)).contains("new");
  }

  @Test
  @DisplayName("forgetting what is not there is no error")
  void forgetsNothing() {
    tokens().forget(name, "secret");

    assertThat(tokens().find(name)).isEmpty();
  }

  @Test
  @DisplayName("one at a time fetches a token, until it ends its turn")
  void oneFetches() {
    assertThat(tokens().beginFetching(name, LONG)).isTrue();
    assertThat(tokens().beginFetching(name, LONG)).isFalse();
    assertThat(tokens().beginFetching(Fresh.name("token"), LONG)).as("another one").isTrue();

    tokens().endFetching(name);

    assertThat(tokens().beginFetching(name, LONG)).isTrue();
  }

  @Test
  @DisplayName("while the store is away everybody fetches")
  void everybodyFetches() {
    assertThat(absentTokens().beginFetching(name, LONG)).isTrue();
    assertThat(absentTokens().beginFetching(name, LONG)).isTrue();
    absentTokens().endFetching(name);
  }

  @Test
  @DisplayName("a store that is away is an empty one, and nobody hears of it")
  void absentStore() {
    absentTokens().save(name, "secret", LONG);
    absentTokens().forget(name, "secret");

    assertThat(absentTokens().find(name)).isEmpty();
  }
}
