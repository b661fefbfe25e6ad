package dev.kaitsu.testkit;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.port.out.CursorMirror;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cursor mirror in memory; it can be away without anybody noticing. */
public final class InMemoryCursorMirror implements CursorMirror {
  private final Map<String, ReplayId> cursors = new HashMap<>();
  private boolean away;

  @Override
  public synchronized void save(String topic, ReplayId cursor) {
    if (!away) {
      cursors.put(topic, cursor);
    }
  }

  @Override
  public synchronized void forget(String topic) {
    if (!away) {
      cursors.remove(topic);
    }
  }

  @Override
  public synchronized Optional<ReplayId> find(String topic) {
    return away ? Optional.empty() : Optional.ofNullable(cursors.get(topic));
  }

  public synchronized void goesAway() {
    away = true;
  }

  public synchronized void comesBack() {
    away = false;
  }
}
