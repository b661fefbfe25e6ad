package dev.kaitsu.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.setting.FulfillmentSettings;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The distances of a SIM line's changes")
class LineVariablesTest {
  @ParameterizedTest
  @ValueSource(strings = {"KAITSU_SIM_GAP", "KAITSU_SIM_NETWORK_DELAY", "KAITSU_SIM_LOCK"})
  @DisplayName("are taken, and warned about by name, where they are shorter than Freebit's")
  void risky(String name) {
    var variables = new Variables(Map.of(name, "29m"));

    assertThat(LineVariables.read(variables, FulfillmentSettings.DEFAULTS)).isPresent();

    assertThat(variables.warnings()).hasSize(1);
    assertThat(variables.warnings().get(0)).startsWith(name).contains("30m is safe");
  }

  @Test
  @DisplayName("are Freebit's by default, without a warning")
  void defaults() {
    var variables = new Variables(Map.of("KAITSU_SIM_GAP", "30m", "KAITSU_SIM_LOCK", "45m"));

    assertThat(LineVariables.read(variables, FulfillmentSettings.DEFAULTS)).isPresent();

    assertThat(variables.warnings()).isEmpty();
  }
}
