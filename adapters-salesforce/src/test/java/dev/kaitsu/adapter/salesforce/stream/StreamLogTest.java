package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("The log of the streams")
class StreamLogTest {
  @AutoClose private final Org org = new Org();
  private final Logger logger =
      (Logger) LoggerFactory.getLogger("dev.kaitsu.adapter.salesforce.stream");
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  @Test
  @DisplayName("names the channel when its subscription is open, and never the token")
  void subscribed() {
    org.revokeToken();
    org.listening();

    assertThat(lines.seen).contains("Subscribed to channel " + Org.PROVISION + " from now on");
    assertThat(lines.seen).anyMatch(line -> line.contains("service.auth.error"));
    assertThat(lines.seen).noneMatch(line -> line.contains("token-"));
  }

  @Test
  @DisplayName("tells of a cut stream everything that the vendor's support asks for")
  void cut() {
    org.listening();

    org.service.failStreams(PubSubError.SERVICE_UNAVAILABLE);

    await()
        .untilAsserted(
            () ->
                assertThat(lines.seen)
                    .anySatisfy(
                        line ->
                            assertThat(line)
                                .contains(Org.PROVISION, "status INTERNAL", "temporarily")
                                .contains("error-code service.unavailable")
                                .matches(".*rpc-id [0-9a-f-]{36}.*")));
  }

  @Test
  @DisplayName("tells pauses that grow where streams open and end at once: opening is no success")
  void growingPauses() {
    org.listening();
    for (int streams = 2; streams <= 6; streams++) {
      int opened = streams;
      org.service.completeStreams();
      await().until(() -> times("Subscribed to channel") >= opened);
    }

    // The first pause is at most 10 ms; the fifth one in a row at least 40.
    assertThat(lines.seen).anyMatch(line -> line.matches(".*the next try is in [2-9][0-9] ms.*"));
  }

  private long times(String phrase) {
    return lines.seen.stream().filter(line -> line.contains(phrase)).count();
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      seen.add(event.getFormattedMessage());
    }
  }
}
