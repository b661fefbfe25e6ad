package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kaitsu.model.BillingCycle;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cycle of a test order")
class SoldCycleTest {
  private static Optional<BillingCycle> of(String product) throws JsonProcessingException {
    return SoldCycle.of(new WireObject(new ObjectMapper().readTree(product)));
  }

  @Test
  @DisplayName("is the shortest that has a price in any currency; below zero is none")
  void shortest() throws JsonProcessingException {
    assertThat(
            of(
                "{\"paytype\":\"recurring\",\"pricing\":{\"JPY\":{\"monthly\":\"-1.00\","
                    + "\"annually\":\"100.00\"},\"USD\":{\"quarterly\":\"$15.95 USD\"}}}"))
        .contains(BillingCycle.QUARTERLY);
  }

  @Test
  @DisplayName("is the product's own where that is free or paid once")
  void once() throws JsonProcessingException {
    assertThat(of("{\"paytype\":\"free\"}")).contains(BillingCycle.FREE);
    assertThat(of("{\"paytype\":\"onetime\"}")).contains(BillingCycle.ONETIME);
  }

  @Test
  @DisplayName("is none where the product is not sold")
  void notSold() throws JsonProcessingException {
    assertThat(of("{\"paytype\":\"recurring\",\"pricing\":{\"JPY\":{\"monthly\":\"-1.00\"}}}"))
        .isEmpty();
    assertThat(of("{\"paytype\":\"recurring\",\"pricing\":\"\"}")).isEmpty();
  }
}
