package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A billing cycle is read in any usual spelling")
class BillingCycleTest {

  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName("case, spaces and hyphens do not matter")
  @CsvSource({
    "Monthly, MONTHLY",
    "SEMI-ANNUALLY, SEMIANNUALLY",
    "Semi Annually, SEMIANNUALLY",
    "One Time, ONETIME",
    "one-time, ONETIME",
    "Onetime, ONETIME",
    "Free Account, FREE",
    "free, FREE",
    "' Annually ', ANNUALLY"
  })
  void readsUsualSpellings(String text, BillingCycle cycle) {
    assertThat(BillingCycle.parse(text)).contains(cycle);
  }

  @ParameterizedTest
  @DisplayName("what is sent can be read")
  @EnumSource
  void readsItsOwnSpelling(BillingCycle cycle) {
    assertThat(cycle.wireName()).isLowerCase();
    assertThat(BillingCycle.parse(cycle.wireName())).contains(cycle);
  }

  @ParameterizedTest(name = "''{0}''")
  @DisplayName("anything else is no cycle")
  @ValueSource(strings = {"", "weekly", "month", "1", "毎月"})
  void refusesOthers(String text) {
    assertThat(BillingCycle.parse(text)).isEmpty();
  }
}
