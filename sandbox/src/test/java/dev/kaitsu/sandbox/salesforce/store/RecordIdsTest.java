package dev.kaitsu.sandbox.salesforce.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A record id")
class RecordIdsTest {

  @ParameterizedTest
  @DisplayName("of 15 characters gets the vendor's three-character checksum")
  @CsvSource({
    "8015g00000AbCdE,8015g00000AbCdEAAV",
    "005xx0000000001,005xx0000000001AAA",
    "00D5g000001AbCd,00D5g000001AbCdEAK",
    "8025g00000XyZzQ,8025g00000XyZzQAAV",
    "0015g00000abcde,0015g00000abcdeAAA"
  })
  void checksum(String id15, String id18) {
    assertThat(RecordIds.normalise(id15)).contains(id18);
    assertThat(RecordIds.normalise(id18)).contains(id18);
  }

  @ParameterizedTest
  @DisplayName("of another length, with other characters or a wrong checksum is none")
  @ValueSource(strings = {"", "801", "8015g00000AbCd-", "8015g00000AbCdEAAA", "8015g00000AbCdEA"})
  void refused(String text) {
    assertThat(RecordIds.normalise(text)).isEmpty();
  }

  @Test
  @DisplayName("made by number is the same on every run, unlike every other, and well-formed")
  void numbered() {
    var first = RecordIds.numbered("801", 1);
    assertThat(first).isEqualTo(RecordIds.numbered("801", 1)).startsWith("801").hasSize(18);
    assertThat(RecordIds.numbered("801", 62)).isNotEqualTo(first);
    assertThat(RecordIds.normalise(first)).contains(first);
  }
}
