package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A PHP array is written as PHP itself would write it")
class PhpSerializedTest {

  @Test
  @DisplayName("numbers by number")
  void numbers() {
    assertThat(PhpSerialized.numbers(Map.of(7L, 42L))).isEqualTo("YToxOntpOjc7aTo0Mjt9");
    assertThat(PhpSerialized.numbers(Map.of())).isEqualTo("YTowOnt9");
  }

  @Test
  @DisplayName("texts by number, their lengths counted in bytes")
  void texts() {
    var values = new LinkedHashMap<Long, String>();
    values.put(3L, "Zürich");
    values.put(9L, "東京 \"A\"");

    assertThat(PhpSerialized.texts(values))
        .isEqualTo("YToyOntpOjM7czo3OiJaw7xyaWNoIjtpOjk7czoxMDoi5p2x5LqsICJBIiI7fQ==");
    assertThat(PhpSerialized.texts(Map.of(1L, "~~~???")))
        .isEqualTo("YToxOntpOjE7czo2OiJ+fn4/Pz8iO30=");
  }
}
