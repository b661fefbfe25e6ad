package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A failure code is a stable word that reports can count")
class FailureCodeTest {

  @ParameterizedTest
  @DisplayName("each is written and read as one word of harmless characters")
  @EnumSource
  void isReadAsWritten(FailureCode code) {
    assertThat(code.code()).matches("[A-Z0-9_]{3,40}");
    assertThat(FailureCode.of(code.code())).isSameAs(code);
    assertThat(code).hasToString(code.code());
  }

  @Test
  @DisplayName("an unknown one is refused with its text")
  void refusesUnknownCodes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FailureCode.of("HTTP_500"))
        .withMessageContaining("'HTTP_500'");
  }

  @ParameterizedTest(name = "HTTP {0} is {1}")
  @DisplayName("an HTTP status has its own code or that of its class")
  @CsvSource({"429, 429", "500, 500", "503, 503", "404, 404", "418, 400", "302, 400", "599, 500"})
  void namesHttpStatuses(int status, String code) {
    assertThat(FailureCode.ofHttpStatus(status)).hasToString(code);
  }
}
