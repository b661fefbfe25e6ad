package dev.kaitsu.cli;

import dev.kaitsu.cli.DemoRun.Ended;
import dev.kaitsu.sandbox.demo.DemoOrder;
import dev.kaitsu.sandbox.demo.Expected;
import dev.kaitsu.sandbox.demo.Expected.Result;
import dev.kaitsu.sandbox.whmcs.WhmcsOrder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each order's end beside the one it must have, and what WHMCS itself holds. */
final class DemoReport {
  private static final List<String> HEADINGS =
      List.of("order", "kind", "expected", "outcome", "WHMCS orders", "ms", "");

  private final List<Ended> ended;
  private final Map<String, List<WhmcsOrder>> billed;
  private final Map<String, Integer> activated;

  /**
   * Judges by the books of the others.
   *
   * @param billed WHMCS orders by the order that they carry the marker of
   * @param activated how often Freebit activated each line
   */
  DemoReport(
      List<Ended> ended, Map<String, List<WhmcsOrder>> billed, Map<String, Integer> activated) {
    this.ended = ended;
    this.billed = billed;
    this.activated = activated;
  }

  boolean allAsExpected() {
    return ended.stream().allMatch(this::asExpected) && billedTwice() == 0 && activatedTwice() == 0;
  }

  private long activatedTwice() {
    return activated.values().stream().filter(times -> times > 1).count();
  }

  private long billedTwice() {
    return billed.values().stream().filter(orders -> orders.size() > 1).count();
  }

  private boolean asExpected(Ended order) {
    var expected = order.order().expected();
    return outcome(order).equals(expected.toString())
        && billedAs(order).size() == expected.billedOrders()
        && simAsExpected(order.order());
  }

  /** A line is activated once where the order goes live, and never where it is refused. */
  private boolean simAsExpected(DemoOrder order) {
    int times = order.expected().result() == Result.ACTIVATED ? 1 : 0;
    return order.line().map(line -> activated.getOrDefault(line, 0) == times).orElse(true);
  }

  private static String outcome(Ended order) {
    return order
        .result()
        .map(
            result ->
                new Expected(
                        result,
                        result == Result.FAILED ? Optional.of(order.code()) : Optional.empty(),
                        0)
                    .toString())
        .orElse("no end in time");
  }

  private List<WhmcsOrder> billedAs(Ended order) {
    return billed.getOrDefault(order.order().orderId(), List.of());
  }

  void print(Output output, PrintWriter out) {
    output.print(out, HEADINGS, ended.stream().map(this::row).toList(), asJson());
    if (!output.isJson()) {
      out.println();
      out.println(summary());
      out.flush();
    }
  }

  private List<String> row(Ended order) {
    var ids = billedAs(order).stream().map(each -> String.valueOf(each.id())).toList();
    return List.of(
        order.order().orderId(),
        order.order().kind(),
        order.order().expected().toString(),
        outcome(order),
        ids.isEmpty() ? "-" : String.join(" ", ids),
        String.valueOf(order.took().toMillis()),
        asExpected(order) ? "ok" : "WRONG");
  }

  private String summary() {
    long right = ended.stream().filter(this::asExpected).count();
    return "%d of %d as expected; orders billed twice in WHMCS: %d; SIMs activated twice: %d; approve to Activated p50 %s, p95 %s"
        .formatted(
            right, ended.size(), billedTwice(), activatedTwice(), percentile(50), percentile(95));
  }

  private String percentile(int percent) {
    var times =
        ended.stream()
            .filter(order -> order.result().filter(Result.ACTIVATED::equals).isPresent())
            .map(Ended::took)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return "-";
    }
    Duration time = times.get(Math.min(times.size() - 1, times.size() * percent / 100));
    return time.toMillis() + " ms";
  }

  private Map<String, Object> asJson() {
    var page = new LinkedHashMap<String, Object>();
    page.put("asExpected", allAsExpected());
    page.put("billedTwice", billedTwice());
    page.put("activatedTwice", activatedTwice());
    page.put("p50", percentile(50));
    page.put("p95", percentile(95));
    page.put("orders", ended.stream().map(this::orderJson).toList());
    return page;
  }

  private Map<String, Object> orderJson(Ended order) {
    var page = new LinkedHashMap<String, Object>();
    page.put("order", order.order().orderId());
    page.put("kind", order.order().kind());
    page.put("expected", order.order().expected().toString());
    page.put("outcome", outcome(order));
    page.put("whmcsOrders", billedAs(order).stream().map(WhmcsOrder::id).toList());
    page.put("ms", order.took().toMillis());
    page.put("asExpected", asExpected(order));
    return page;
  }
}
