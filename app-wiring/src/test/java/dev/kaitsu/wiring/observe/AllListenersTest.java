package dev.kaitsu.wiring.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.port.out.FulfillmentListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Several listeners hear the same")
class AllListenersTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  @DisplayName("each of them, in their order, with what was said")
  void everyone() {
    AllListeners.of(List.of(hearing("log"), hearing("metrics"))).swept(3, 2);
    assertThat(heard).containsExactly("log 3 2", "metrics 3 2");
  }

  @Test
  @DisplayName("and one that fails stops neither the others nor the work")
  void oneFails() {
    FulfillmentListener failing =
        new FulfillmentListener() {
          @Override
          public void swept(int waiting, int hinted) {
            throw new IllegalStateException("broken");
          }
        };
    AllListeners.of(List.of(failing, hearing("metrics"))).swept(3, 2);
    assertThat(heard).containsExactly("metrics 3 2");
  }

  private FulfillmentListener hearing(String name) {
    return new FulfillmentListener() {
      @Override
      public void swept(int waiting, int hinted) {
        heard.add("%s %d %d".formatted(name, waiting, hinted));
      }
    };
  }
}
