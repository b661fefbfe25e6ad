package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A record of Salesforce has one id, however it was written")
class RecordIdsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName("15 characters become 18 by their upper-case letters")
  @CsvSource({
    "8015g00000AbCdE, 8015g00000AbCdEAAV",
    "005xx0000000001, 005xx0000000001AAA",
    "00D5g000001AbCd, 00D5g000001AbCdEAK",
    "8025g00000XyZzQ, 8025g00000XyZzQAAV",
    "0015g00000abcde, 0015g00000abcdeAAA"
  })
  void fifteenBecomeEighteen(String base, String full) {
    assertThat(RecordIds.to18("an id", base)).isEqualTo(full);
    assertThat(RecordIds.to18("an id", full)).isEqualTo(full);
  }

  @Test
  @DisplayName("both forms are equal as order ids, and print as the 18 characters")
  void bothFormsAreOneOrder() {
    assertThat(new OrderId("8015g00000AbCdE")).isEqualTo(new OrderId("8015g00000AbCdEAAV"));
    assertThat(new OrderId("8015g00000AbCdE")).hasToString("8015g00000AbCdEAAV");
  }

  @Test
  @DisplayName("ids that differ only in case are two orders")
  void caseMatters() {
    assertThat(new OrderId("8015g00000AbCdE")).isNotEqualTo(new OrderId("8015g00000abcde"));
  }

  @ParameterizedTest(name = "''{0}''")
  @DisplayName("what is no record id is refused with its kind and text")
  @ValueSource(
      strings = {
        "",
        "8015g00000AbCd",
        "8015g00000AbCdEAA",
        "8015g00000AbCdEAAVX",
        "8015g00000AbC'E"
      })
  void refusesOtherTexts(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderId(text))
        .withMessageContaining("not an order id: '" + text + "'");
  }

  @Test
  @DisplayName("a wrong checksum is refused, and the right one is named")
  void refusesAWrongChecksum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderId("8015g00000AbCdEAAA"))
        .withMessageContaining("its last three characters should be AAV");
  }

  @Test
  @DisplayName("a long text is cut in the error")
  void cutsLongTexts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderId("x".repeat(500)))
        .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(150));
  }
}
