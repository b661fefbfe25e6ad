package dev.kaitsu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.NoHolds;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryCustomerDirectory;
import dev.kaitsu.testkit.InMemoryInbox;
import dev.kaitsu.testkit.InMemoryLedger;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.RecordingListener;
import dev.kaitsu.testkit.SettableClock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The runbook says what the program says")
class RunbookTest {
  private static final String RUNBOOK = Repository.text("docs/runbook.md");

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  @DisplayName("every failure code has its row, with what to do")
  void failureCode(FailureCode code) {
    assertThat(RUNBOOK)
        .containsPattern("\n\\| `" + code.code() + "` \\| [^|]{8,} \\| [^|]{4,} \\|\n");
  }

  @Test
  @DisplayName("the steps are there, in the order in which they run")
  void steps() {
    var rows = Repository.found(List.of(section("Steps")), "\n(\\| `[a-z_]+` \\|)");
    var names = stepsOfAPlainOrder();

    assertThat(names).hasSameSizeAs(rows);
    assertThat(section("Steps"))
        .containsSubsequence(names.stream().map("\n| `%s` |"::formatted).toList());
  }

  /** Phrases of log lines that an operator may meet, placeholders cut out. */
  static Stream<String> logPhrases() {
    var logged = "LOG\\.(?:info|warn|error)\\(\\s*\"((?:[^\"\\\\]|\\\\.)+)\"";
    var sources = Stream.of("adapters-", "app-").map(Repository::sources).flatMap(List::stream);
    var literals = Repository.found(sources.toList(), logged).stream();
    var enqueued = Repository.found(Repository.sources("app-wiring"), "-> \"([^\"]+enqu[^\"]+)\";");
    return Stream.concat(literals, enqueued.stream())
        .map(RunbookTest::longestFixedPart)
        .filter(phrase -> !phrase.isBlank())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("logPhrases")
  @DisplayName("every log phrase from INFO on is explained")
  void logPhrase(String phrase) {
    assertThat(section("Log phrases")).contains(phrase);
  }

  static List<String> metrics() {
    return Repository.found(Repository.sources("app-wiring"), "\"(kaitsu\\.[a-z.]+)\"");
  }

  @ParameterizedTest
  @MethodSource("metrics")
  @DisplayName("every metric is named as Prometheus shows it")
  void metric(String name) {
    assertThat(section("Metrics"))
        .containsPattern("`" + name.replace('.', '_') + "(_total|_seconds)?`");
  }

  static List<String> views() {
    var migrations = "adapters-postgres/src/main/resources/dev/kaitsu/adapter/postgres/migration/";
    var script = Repository.text(migrations + "V3__views_for_operators.sql");
    return Repository.found(List.of(script), "create view (kaitsu\\.[a-z_]+)");
  }

  @ParameterizedTest
  @MethodSource("views")
  @DisplayName("every view for operators is named")
  void view(String name) {
    assertThat(section("SQL")).contains("`" + name + "`");
  }

  private static String section(String title) {
    int start = RUNBOOK.indexOf("\n## " + title + "\n");
    int end = RUNBOOK.indexOf("\n## ", start + 1);
    return RUNBOOK.substring(start, end < 0 ? RUNBOOK.length() : end);
  }

  private static String longestFixedPart(String phrase) {
    return Arrays.stream(phrase.split("\\{}|\\\\.|%s"))
        .map(part -> part.replaceAll("^[\\s.:]+|[\\s:]+$", ""))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static List<String> stepsOfAPlainOrder() {
    var clock = new SettableClock();
    var crashes = new CrashPoints();
    var orders = new InMemoryOrders(clock, crashes);
    var billing = new InMemoryBilling(crashes);
    var customers = new InMemoryCustomerDirectory();
    var store = new InMemoryStore(clock, crashes);
    var heard = new RecordingListener();
    var ports =
        new FulfillmentPorts(
            orders,
            billing,
            customers,
            new InMemoryLedger(store),
            new InMemoryInbox(store),
            new NoHolds(),
            Optional.empty(),
            heard);
    orders.put(AnOrder.activating());
    customers.link(AnOrder.ACCOUNT, AnOrder.CLIENT);
    billing.office().clientWithPaymentMethod(AnOrder.CLIENT);
    new FulfillmentOrchestrator(
            ports, FulfillmentSettings.DEFAULTS, new Time(clock, clock::nanoTime), Runnable::run)
        .work(store.claim(AnOrder.ID));
    return heard.heard("stepFinished").stream().map(said -> (String) said.get(1)).toList();
  }
}
