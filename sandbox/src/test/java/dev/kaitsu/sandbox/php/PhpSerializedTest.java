package dev.kaitsu.sandbox.php;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Serialized values are read as PHP's unserialize reads them")
class PhpSerializedTest {

  private static PhpArray array(String base64) {
    return (PhpArray) PhpSerialized.fromBase64(base64).orElseThrow();
  }

  @Test
  @DisplayName("one config option")
  void configOption() {
    assertThat(array("YToxOntpOjc7aTo0Mjt9").text("7")).hasValue("42");
  }

  @Test
  @DisplayName("text beyond ASCII, with quotes inside: lengths count bytes")
  void byteLengths() {
    var fields = array("YToyOntpOjM7czo3OiJaw7xyaWNoIjtpOjk7czoxMDoi5p2x5LqsICJBIiI7fQ==");
    assertThat(fields.text("3")).hasValue("Zürich");
    assertThat(fields.text("9")).hasValue("東京 \"A\"");
    assertThat(parsed("a:1:{i:1;s:6:\"é😀\";}").text("1")).hasValue("é😀");
  }

  @Test
  @DisplayName("a map inside a map")
  void nested() {
    var options =
        array("YToyOntpOjU7YToyOntzOjg6Im9wdGlvbmlkIjtpOjEyO3M6MzoicXR5IjtpOjM7fWk6ODtpOjMxO30=");
    assertThat(options.array("5").orElseThrow().text("optionid")).hasValue("12");
    assertThat(options.array("5").orElseThrow().text("qty")).hasValue("3");
    assertThat(options.text("8")).hasValue("31");
  }

  @Test
  @DisplayName("base64 with plus and slash; a plus that arrived as a space costs the value")
  void base64Alphabet() {
    assertThat(array("YToxOntpOjE7czo2OiJ+fn4/Pz8iO30=").text("1")).hasValue("~~~???");
    assertThat(PhpSerialized.fromBase64("YToxOntpOjE7czo2OiJ fn4/Pz8iO30=")).isEmpty();
  }

  @Test
  @DisplayName("booleans, null and floats print as PHP prints them")
  void otherScalars() {
    var array = parsed("a:4:{i:0;b:1;i:1;b:0;i:2;N;i:3;d:0.1;}");
    assertThat(array)
        .hasToString(
            "{0=PhpText[text=1], 1=PhpText[text=], 2=PhpText[text=], 3=PhpText[text=0.1]}");
    assertThat(parsed("a:0:{}").entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:1:{i:3;s:6:\"Zürich\";}",
        "a:2:{i:3;s:7:\"Zürich\";}",
        "a:1:{i:3;s:99:\"x\";}",
        "a:1:{i:3;s:-1:\"\";}",
        "a:1:{i:x;i:1;}",
        "a:1:{a:0:{}i:1;}",
        "O:8:\"stdClass\":0:{}",
        "R:1;",
        "a:1:{i:3",
        "nonsense",
        ""
      })
  @DisplayName("a wrong length, a wrong count, an object, a reference or a stump lose the value")
  void refused(String serialized) {
    assertThat(PhpSerialized.from(serialized.getBytes(UTF_8))).isEmpty();
  }

  @Test
  @DisplayName("nesting has a limit")
  void depth() {
    String deep = "a:1:{i:0;".repeat(40) + "i:1;" + "}".repeat(40);
    assertThat(PhpSerialized.from(deep.getBytes(UTF_8))).isEmpty();
  }

  private static PhpArray parsed(String serialized) {
    return (PhpArray) PhpSerialized.from(serialized.getBytes(UTF_8)).orElseThrow();
  }
}
