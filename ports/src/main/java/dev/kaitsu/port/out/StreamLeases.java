package dev.kaitsu.port.out;

import dev.kaitsu.model.StreamLease;
import java.time.Duration;
import java.util.Optional;

/**
 * Elects the one node that reads a topic. A lease ends by itself when it is not renewed for the
 * takeover time; the store's clock counts. All calls throw {@link StoreException} if the store
 * fails.
 */
public interface StreamLeases {
  /**
   * Takes the topic if nobody holds it, or goes on holding it. A change of hands begins a new term;
   * so does a lease of this node that has run out.
   *
   * @return empty while another node holds it
   */
  Optional<StreamLease> take(String topic);

  /** Keeps the lease; false if it has ended or was taken away: nothing may be read under it. */
  boolean renew(StreamLease lease);

  /** Gives the topic up, so that another node need not wait. Harmless if the lease has ended. */
  void release(StreamLease lease);

  /** How long a lease lives without a renewal. */
  Duration life();

  /** The node that holds the topic now, by its name; for people. */
  Optional<String> holder(String topic);
}
