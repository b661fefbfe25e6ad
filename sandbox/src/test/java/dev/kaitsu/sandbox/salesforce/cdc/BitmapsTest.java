package dev.kaitsu.sandbox.salesforce.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A bitmap of changed fields")
class BitmapsTest {

  @Test
  @DisplayName("is wider than a long where it must be, and keeps compounds apart")
  void workedExample() {
    var changed = new Bitmaps();
    for (int position : new int[] {9, 27, 66, 67}) {
      changed.set(position);
    }
    changed.set(14, 1);
    changed.set(14, 3);
    assertThat(changed.elements()).containsExactly("0x0C0000000008000200", "14-0x0A");

    var nulled = new Bitmaps();
    nulled.set(67);
    assertThat(nulled.elements()).containsExactly("0x080000000000000000");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "0x400800, 11 22",
    "0x010000, 16",
    "0x650004E0, 5 6 7 10 24 26 29 30",
    "0x100000000000800000, 23 68",
    "0x01, 0",
    "0x80, 7",
    "0x0100, 8"
  })
  @DisplayName("is in whole bytes, as few as needed, in upper case, the first field on the right")
  void samples(String element, String positions) {
    var bitmaps = new Bitmaps();
    for (var position : positions.split(" ", -1)) {
      bitmaps.set(Integer.parseInt(position));
    }
    assertThat(bitmaps.elements()).containsExactly(element);
  }

  @Test
  @DisplayName("lacks the top-level element when only components changed")
  void nestedOnly() {
    var changed = new Bitmaps();
    changed.set(6, 7);
    changed.set(6, 8);
    assertThat(changed.elements()).containsExactly("6-0x0180");
    assertThat(new Bitmaps().elements()).isEmpty();
  }
}
