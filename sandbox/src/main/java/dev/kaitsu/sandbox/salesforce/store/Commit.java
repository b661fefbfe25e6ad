package dev.kaitsu.sandbox.salesforce.store;

import java.time.Instant;
import java.util.List;

/**
 * A transaction that took effect: one net change per record, in order of first touch.
 *
 * @param number grows by one with each commit of the org
 * @param time whole seconds, as record stamps are
 */
public record Commit(String key, long number, Instant time, Writer writer, List<Change> changes) {
  public Commit {
    changes = List.copyOf(changes);
  }
}
