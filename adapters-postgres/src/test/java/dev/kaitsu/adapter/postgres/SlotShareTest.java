package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A node's share of the slots")
class SlotShareTest {
  @ParameterizedTest(
      name = "limit {0}, {1} nodes, others hold {2} and want {3}: has {4}, needs {5}, takes {6}")
  @DisplayName("grows as far as the limit and the others leave room")
  @CsvSource({
    "16, 1,  0,  0,  0,  0, 16", // alone: everything, before it is needed
    "16, 2,  8,  0,  0,  0,  8", // the fair share, before it is needed
    "16, 2, 16,  0,  0,  3,  0", // nothing free
    "16, 2,  8,  0,  8, 20,  0",
    "16, 3,  5,  0,  5, 20,  6", // what nobody wants
    "16, 3, 10,  4,  5, 20,  0", // the odd one is not taken while others want
    " 1, 2,  0,  1,  0,  5,  1", // more nodes than slots: they go round
    " 1, 2,  1,  0,  0,  5,  0",
    " 4, 5,  3,  9,  0,  1,  1",
  })
  void grants(int limit, int nodes, int held, int wanted, int has, int needs, int takes) {
    assertThat(new SlotShare(limit, nodes, held, wanted, false).grant(has, needs)).isEqualTo(takes);
  }

  @ParameterizedTest(name = "limit {0}, {1} nodes, others want {2}: of {3} gives back {4}")
  @DisplayName("shrinks to the fair one while others want more")
  @CsvSource({
    "16, 2, 8, 16, 8",
    "16, 2, 0, 16, 0",
    "16, 3, 1, 6, 1",
    "1, 2, 1, 1, 1",
    "16, 2, 5, 8, 0"
  })
  void surplus(int limit, int nodes, int wanted, int has, int givesBack) {
    assertThat(new SlotShare(limit, nodes, 0, wanted, false).surplus(has)).isEqualTo(givesBack);
  }

  @Test
  @DisplayName("is none while another has waited longer and slots go round; else that is no matter")
  void lastInLine() {
    assertThat(new SlotShare(1, 2, 0, 4, true).grant(0, 4)).isZero();
    assertThat(new SlotShare(1, 2, 0, 4, false).grant(0, 4)).isEqualTo(1);
    assertThat(new SlotShare(4, 2, 0, 4, true).grant(0, 4)).isEqualTo(2);
  }

  @Test
  @DisplayName("is never more than the limit, whatever the others hold")
  void neverMoreThanTheLimit() {
    for (int held = 0; held <= 20; held++) {
      for (int has = 0; has <= 20; has++) {
        int takes = new SlotShare(16, 2, held, 0, false).grant(has, 99);
        assertThat(takes == 0 || held + has + takes <= 16).isTrue();
      }
    }
  }
}
