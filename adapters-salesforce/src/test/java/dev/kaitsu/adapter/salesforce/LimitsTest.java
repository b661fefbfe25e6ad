package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Salesforce's limits")
class LimitsTest {
  private final ScriptedSalesforce server = new ScriptedSalesforce();
  private final List<ApiUsage> told = new CopyOnWriteArrayList<>();
  private final SalesforceSession session =
      new SalesforceSession(
          server.config(),
          new InMemorySharedTokens(new SettableClock()),
          InstantSource.system(),
          new SalesforceCalls() {
            @Override
            public void called(String operation, Duration took, Outcome outcome) {
              // not what this is about
            }

            @Override
            public void told(ApiUsage usage) {
              told.add(usage);
            }
          });

  @AfterEach
  void close() {
    session.close();
    server.close();
  }

  @ParameterizedTest
  @DisplayName("on calls are told with every answer, whatever else is told with it")
  @CsvSource({
    "'api-usage=10018/100000', 10018, 100000",
    "'api-usage=5/15000; per-app-api-usage=17/250(appName=kaitsu)', 5, 15000",
    "'per-app-api-usage=17/250(appName=kaitsu); api-usage=5/15000', 5, 15000"
  })
  void header(String header, long used, long limit) {
    server.next(
        ScriptedSalesforce.json(200, "{\"done\":true,\"records\":[]}")
            .newBuilder()
            .setHeader("Sforce-Limit-Info", header)
            .build());

    new SalesforceOrders(session).find(AnOrder.ID);

    assertThat(told).containsExactly(new ApiUsage(used, limit));
  }

  @Test
  @DisplayName("are those that concern us; what an org does not have, or tells oddly, is left out")
  void limits() {
    server.next(
        200,
        """
        {"DailyApiRequests":{"Max":15000,"Remaining":14998,"Ant Migration Tool":{"Max":0}},
         "DataStorageMB":{"Max":5,"Remaining":5},
         "HourlyPublishedPlatformEvents":{"Max":"many"},
         "DailyDeliveredPlatformEvents":{"Max":10000,"Remaining":-3}}
        """);

    assertThat(new SalesforceLimits(session).read())
        .containsExactly(
            new ApiLimit("DailyApiRequests", 15_000, 14_998),
            new ApiLimit("DailyDeliveredPlatformEvents", 10_000, 0));
    assertThat(server.requests().get(0).getTarget()).isEqualTo("/services/data/v67.0/limits");
  }

  @Test
  @DisplayName("are refused to a user who may not see the setup")
  void refused() {
    server.next(403, "[{\"errorCode\":\"INSUFFICIENT_ACCESS\",\"message\":\"no\"}]");

    var refusal =
        catchThrowableOfType(
            ExternalCallException.class, () -> new SalesforceLimits(session).read());

    assertThat(refusal.halt()).isInstanceOf(Halt.Refused.class);
  }
}
