package dev.kaitsu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.port.out.FulfillmentListener;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The recording listener remembers what was said")
class RecordingListenerTest {
  private final RecordingListener listener = new RecordingListener();

  @Test
  @DisplayName("with its arguments, in its order")
  void remembers() {
    listener.eventRepeated("topic", "key");
    listener.swept(3, 2);

    assertThat(listener.said()).containsExactly("eventRepeated", "swept");
    assertThat(listener.heard("swept")).containsExactly(List.of(3, 2));
  }

  @Test
  @DisplayName("and misses nothing that can be said")
  void listensToEverything() {
    for (var method : FulfillmentListener.class.getDeclaredMethods()) {
      assertThat(RecordingListener.class.getDeclaredMethods())
          .as(method.getName())
          .anyMatch(
              own ->
                  own.getName().equals(method.getName())
                      && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
  }
}
