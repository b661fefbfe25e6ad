package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The bits of a change event name fields")
class FieldBitmapsTest {
  private final Schema wide = wide();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0x0C0000000008000200, 9 27 66 67",
    "0x080000000000000000, 67",
    "0x400800, 11 22",
    "0x010000, 16",
    "0x650004E0, 5 6 7 10 24 26 29 30",
    "0x100000000000800000, 23 68",
    "0x00, ''",
  })
  @DisplayName("by position, over any width")
  void topLevel(String bitmap, String positions) {
    var names =
        Arrays.stream(positions.split(" "))
            .filter(text -> !text.isEmpty())
            .map(position -> "F" + position)
            .collect(Collectors.toSet());

    assertThat(FieldBitmaps.names(wide, List.of(bitmap))).isEqualTo(names);
  }

  @Test
  @DisplayName("within a compound field, even if that is all that is marked")
  void parts() {
    assertThat(FieldBitmaps.names(wide, List.of("14-0x0A")))
        .containsExactlyInAnyOrder("F14.P1", "F14.P3");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "0x", "1100", "0x-5", "a-0x01", "9-0x01", "14-0x80", "999-0x01"})
  @DisplayName("but not if they are no bits, or mark what the schema lacks")
  void malformed(String bitmap) {
    assertThatThrownBy(() -> FieldBitmaps.names(wide, List.of(bitmap)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageStartingWith("it marks");
  }

  private static Schema wide() {
    var parts = SchemaBuilder.record("Part").fields();
    for (int i = 0; i < 4; i++) {
      parts = parts.optionalString("P" + i);
    }
    var part = parts.endRecord();
    var fields = SchemaBuilder.record("Wide").fields();
    for (int i = 0; i < 70; i++) {
      fields =
          i == 14
              ? fields
                  .name("F14")
                  .type(Schema.createUnion(Schema.create(Schema.Type.NULL), part))
                  .withDefault(null)
              : fields.optionalString("F" + i);
    }
    return fields.endRecord();
  }
}
