package dev.kaitsu.server.api;

import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.RecordDesk;
import dev.kaitsu.wiring.page.UsagePage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What may be asked about a line's calls and messages. */
final class RecordRoutes implements ApiRoutes {
  /** Whoever has more in a month reads their totals. */
  private static final int MOST = 10_000;

  private static final int LISTED = 1_000;

  private final RecordDesk desk;

  RecordRoutes(RecordDesk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(ApiRouter api) {
    api.read("/sim/lines/{number}/records", this::records);
  }

  private ApiAnswer records(ApiRequest request) {
    var line = request.path("number", PhoneNumber::new);
    var month =
        request
            .query("month", RecordMonth::parseMonth)
            .orElseThrow(() -> ApiProblem.badInput("month", "is missing; write it like 2026-09"));
    int most = request.query("most", RecordRoutes::most).orElse(LISTED);
    var months = Stream.of(RecordKind.values()).map(kind -> new RecordMonth(kind, month)).toList();
    var usage = UsagePage.of(desk, line, months, most);
    if (usage.isEmpty()) {
      throw ApiProblem.notFound("the records of %s are not imported".formatted(month));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("line", line.digits());
    page.put("month", month.toString());
    page.putAll(usage);
    return ApiAnswer.ok(page);
  }

  private static int most(String text) {
    if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST) {
      throw new IllegalArgumentException("is no whole number from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }
}
