package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.port.out.StreamLeases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link StreamLeases} promises. */
public abstract class StreamLeasesContract {
  private final String topic = Fresh.name("/event/Topic");

  /** The leases as this node sees them; all nodes share one store. */
  protected abstract StreamLeases of(String node);

  /** Leases whose store is away. */
  protected abstract StreamLeases broken();

  /** Lets the lease of this topic run out. */
  protected abstract void runOut(String topic);

  /** Begins a new term for whoever holds the topic, as when a person moves the cursor. */
  protected abstract void beginNewTerm(String topic);

  @Test
  @DisplayName("one node at a time holds a topic, and others see which")
  void holds() {
    assertThat(of("a").holder(topic)).isEmpty();

    assertThat(of("a").take(topic)).contains(new StreamLease(topic, 1));

    assertThat(of("b").take(topic)).isEmpty();
    assertThat(of("b").holder(topic)).contains("a");
    assertThat(of("b").take(Fresh.name("/event/Other"))).isPresent();
  }

  @Test
  @DisplayName("who holds a topic and takes it again goes on under the same term")
  void goesOn() {
    var lease = of("a").take(topic);

    assertThat(of("a").take(topic)).isEqualTo(lease);
  }

  @Test
  @DisplayName("a topic given up is free at once, and begins a new term")
  void releases() {
    var lease = of("a").take(topic).orElseThrow();

    of("a").release(lease);

    assertThat(of("b").holder(topic)).isEmpty();
    assertThat(of("a").renew(lease)).isFalse();
    assertThat(of("b").take(topic)).contains(new StreamLease(topic, 2));
    assertThat(of("a").take(topic)).isEmpty();
  }

  @Test
  @DisplayName("a lease that ran out cannot be renewed, and another node may take the topic")
  void runsOut() {
    var lease = of("a").take(topic).orElseThrow();
    assertThat(of("a").renew(lease)).isTrue();

    runOut(topic);

    assertThat(of("a").renew(lease)).isFalse();
    assertThat(of("b").holder(topic)).isEmpty();
    assertThat(of("b").take(topic)).contains(new StreamLease(topic, 2));
    assertThat(of("a").renew(lease)).isFalse();
  }

  @Test
  @DisplayName("a lease of one's own that ran out is another term when it is taken again")
  void beginsAnew() {
    of("a").take(topic);
    runOut(topic);

    assertThat(of("a").take(topic)).contains(new StreamLease(topic, 2));
  }

  @Test
  @DisplayName("nobody renews or gives up what another node holds")
  void keepsOthersOut() {
    var lease = of("a").take(topic).orElseThrow();

    assertThat(of("b").renew(lease)).isFalse();
    of("b").release(lease);

    assertThat(of("a").renew(lease)).isTrue();
  }

  @Test
  @DisplayName("giving up a lease of an earlier term changes nothing")
  void releasesOldTerms() {
    var old = of("a").take(topic).orElseThrow();
    runOut(topic);
    var current = of("a").take(topic).orElseThrow();

    of("a").release(old);

    assertThat(of("a").renew(current)).isTrue();
    assertThat(of("b").take(topic)).isEmpty();
  }

  @Test
  @DisplayName("when a new term begins under a holder, the lease is lost and can be taken anew")
  void newTerm() {
    var lease = of("a").take(topic).orElseThrow();

    beginNewTerm(topic);

    assertThat(of("a").renew(lease)).isFalse();
    var next = of("a").take(topic).orElseThrow();
    assertThat(next.term()).isGreaterThan(lease.term());
    assertThat(of("a").renew(next)).isTrue();
  }

  @Test
  @DisplayName("a store that is away is a store failure")
  void storeFailure() {
    var lease = new StreamLease(topic, 1);

    assertThatThrownBy(() -> broken().take(topic)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> broken().renew(lease)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> broken().release(lease)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> broken().holder(topic)).isInstanceOf(StoreException.class);
  }
}
