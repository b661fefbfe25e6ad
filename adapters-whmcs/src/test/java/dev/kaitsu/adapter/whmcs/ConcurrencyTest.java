package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WHMCS is spared")
class ConcurrencyTest {
  private static final int ALLOWED = 2;
  private static final int CALLERS = 6;

  @Test
  @DisplayName("never more requests than allowed are under way at one time")
  void limited() throws Exception {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    // Every answer waits for a second request, so the limit is reached in any case.
    var pair = new CyclicBarrier(ALLOWED);
    try (var server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              try {
                pair.await(10, TimeUnit.SECONDS);
              } catch (BrokenBarrierException | TimeoutException alone) {
                return new MockResponse.Builder().code(500).build();
              } finally {
                underWay.decrementAndGet();
              }
              return new MockResponse.Builder()
                  .body("{\"result\":\"success\",\"paymethods\":[{\"id\":1}]}")
                  .build();
            }
          });
      server.start();
      var config = Whmcs.config(server.url("/").uri());
      var callers = Executors.newFixedThreadPool(CALLERS);
      try (var billing =
          Whmcs.billing(
              new WhmcsConfig(
                  config.apiUrl(),
                  config.credential(),
                  Duration.ofSeconds(30),
                  ALLOWED,
                  config.ordering(),
                  config.simFields()))) {
        var asked =
            Stream.generate(
                    () ->
                        CompletableFuture.supplyAsync(
                            () -> billing.hasPaymentMethod(Whmcs.CLIENT), callers))
                .limit(CALLERS)
                .toList();
        assertThat(asked).allMatch(CompletableFuture::join);
      } finally {
        callers.shutdown();
      }
    }
    assertThat(most).hasValue(ALLOWED);
  }
}
