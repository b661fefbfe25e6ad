package dev.kaitsu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The page about Freebit says what the mapping file says")
class FreebitPageTest {
  private static final String PAGE = Repository.text("docs/freebit.md");

  static Stream<String> entries() {
    var file = "adapters-freebit/src/main/resources/dev/kaitsu/adapter/freebit/mapping.properties";
    return Repository.text(file).lines().filter(line -> line.contains(" ="));
  }

  @ParameterizedTest
  @MethodSource("entries")
  @DisplayName("each key has its row, with its default")
  void entry(String line) {
    var value = line.substring(line.indexOf('=') + 1).strip();

    var shown = value.isEmpty() ? "empty" : "`" + value + "`";
    assertThat(PAGE)
        .contains(
            "\n| `%s` | %s | ".formatted(line.substring(0, line.indexOf('=')).strip(), shown));
  }
}
