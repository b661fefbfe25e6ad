package dev.kaitsu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The list of known failures names tests that exist, and leaves none of theirs out")
class KnownClientFailuresTest {
  private static final String DOCUMENT = Repository.text("docs/known-client-failures.md");
  private static final Map<String, String> TESTS = Repository.tests();

  static List<String> named() {
    return Repository.found(List.of(DOCUMENT), "`([A-Za-z]+Test\\.[A-Za-z]+)`");
  }

  @ParameterizedTest
  @MethodSource("named")
  @DisplayName("each test it names is one")
  void exists(String name) {
    int dot = name.indexOf('.');
    assertThat(TESTS).containsKey(name.substring(0, dot));
    assertThat(TESTS.get(name.substring(0, dot)))
        .containsPattern(
            "@(Test|ParameterizedTest)\\b[^{}]*(\\{[^{}]*}[^{}]*)*void "
                + name.substring(dot + 1)
                + "\\(");
  }

  @Test
  @DisplayName("each row is held by a test, or says why it is not ours")
  void rows() {
    var rows = DOCUMENT.lines().filter(line -> line.startsWith("| ")).toList();

    assertThat(rows)
        .filteredOn(row -> !row.contains("Held here by") && !row.startsWith("| Reference | Why"))
        .hasSizeGreaterThanOrEqualTo(35 + 9 + 3 + 25)
        .allMatch(row -> row.contains("Test.") || section("Not ours").contains(row));
  }

  static List<String> references() {
    var known =
        TESTS.entrySet().stream()
            .filter(test -> test.getKey().matches("Known[A-Za-z]+FailuresTest"))
            .map(Map.Entry::getValue)
            .toList();
    return Repository.found(known, "\"([A-Za-z0-9-]+/[A-Za-z0-9.-]+#[0-9]+)");
  }

  @ParameterizedTest
  @MethodSource("references")
  @DisplayName("each report that a test names has its row")
  void hasRow(String reference) {
    assertThat(DOCUMENT).contains("\n| " + reference);
  }

  private static String section(String title) {
    int start = DOCUMENT.indexOf("\n## " + title + "\n");
    return DOCUMENT.substring(start, DOCUMENT.indexOf("\n## ", start + 1));
  }
}
