package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.port.out.CursorMirror;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link CursorMirror} promises. */
public abstract class CursorMirrorContract {
  private final String topic = Fresh.name("/event/Topic");

  protected abstract CursorMirror mirror();

  /** A mirror whose store is away. */
  protected abstract CursorMirror absentMirror();

  @Test
  @DisplayName("the newest cursor of a topic is found, byte for byte")
  void findsTheNewest() {
    mirror().save(topic, new ReplayId(new byte[] {1}));
    mirror().save(topic, new ReplayId(new byte[] {0, (byte) 0xff, 10, 0}));

    assertThat(mirror().find(topic)).contains(new ReplayId(new byte[] {0, (byte) 0xff, 10, 0}));
  }

  @Test
  @DisplayName("a topic never saved has none")
  void absentTopic() {
    mirror().save(topic, Fresh.replayId());

    assertThat(mirror().find(Fresh.name("/event/Topic"))).isEmpty();
  }

  @Test
  @DisplayName("what is forgotten is not found")
  void forgets() {
    mirror().save(topic, Fresh.replayId());

    mirror().forget(topic);

    assertThat(mirror().find(topic)).isEmpty();
  }

  @Test
  @DisplayName("a store that is away is an empty one, and nobody hears of it")
  void absentStore() {
    absentMirror().save(topic, Fresh.replayId());
    absentMirror().forget(topic);

    assertThat(absentMirror().find(topic)).isEmpty();
  }
}
