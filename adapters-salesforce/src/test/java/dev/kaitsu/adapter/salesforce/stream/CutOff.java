package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.port.out.StreamLeases;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Leases of a node that can be cut off from the store. */
final class CutOff implements StreamLeases {
  private final StreamLeases leases;
  private volatile boolean cut;

  CutOff(StreamLeases leases) {
    this.leases = leases;
  }

  void cut() {
    cut = true;
  }

  void mend() {
    cut = false;
  }

  @Override
  public Optional<StreamLease> take(String topic) {
    return reached().take(topic);
  }

  @Override
  public boolean renew(StreamLease lease) {
    return reached().renew(lease);
  }

  @Override
  public void release(StreamLease lease) {
    reached().release(lease);
  }

  @Override
  public Optional<String> holder(String topic) {
    return reached().holder(topic);
  }

  @Override
  public Duration life() {
    return leases.life();
  }

  private StreamLeases reached() {
    if (cut) {
      throw new StoreException("no way to the store", new IOException("cut off"));
    }
    return leases;
  }
}
