package dev.kaitsu.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The token of the API")
class ApiTokenTest {
  private static final String SECRET = "0123456789abcdef";

  @Test
  @DisplayName("is told by nothing but itself, and shows nowhere")
  void itself() {
    var token = new ApiToken(SECRET);

    assertThat(token.isTold(SECRET)).isTrue();
    assertThat(token.isTold(SECRET + "0")).isFalse();
    assertThat(token.isTold("")).isFalse();
    assertThat(token.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcde", "0123456789 abcdef", "0123456789abcdé-"})
  @DisplayName("is refused if it is too short or no header could carry it; the variable is named")
  void malformed(String secret) {
    assertThatThrownBy(() -> new ApiToken(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("KAITSU_API_TOKEN ")
        .hasMessageNotContaining(secret);
  }
}
