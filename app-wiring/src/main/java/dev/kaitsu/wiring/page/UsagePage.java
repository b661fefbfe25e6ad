package dev.kaitsu.wiring.page;

import dev.kaitsu.model.LineUsage;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.RecordDesk;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a line used in a month, by kind, as commands and the API show it: personal data. Totals lack
 * what is in bad rows, which nobody can tell a line of.
 */
public final class UsagePage {
  private static final Map<String, Object> NOT_IMPORTED = Map.of("state", "not imported");

  private UsagePage() {}

  /**
   * The page; empty if no file of the month is imported.
   *
   * @param most records of each kind that are listed
   */
  public static Map<String, Object> of(
      RecordDesk desk, PhoneNumber line, List<RecordMonth> months, int most) {
    Map<String, Object> page = new LinkedHashMap<>();
    boolean any = false;
    for (RecordMonth month : months) {
      var usage = desk.usage(line, month, most);
      any |= usage.isPresent();
      page.put(month.kind().label(), usage.map(UsagePage::of).orElse(NOT_IMPORTED));
    }
    return any ? page : Map.of();
  }

  private static Map<String, Object> of(LineUsage usage) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("state", "imported");
    page.put("importedAt", usage.source().importedAt().toString());
    page.put("badRows", usage.source().badRows());
    page.put("count", usage.totals().count());
    page.put("quantity", usage.totals().quantity());
    page.put("charge", usage.totals().charge().toPlainString());
    page.put("records", usage.records().stream().map(UsagePage::of).toList());
    return page;
  }

  private static Map<String, Object> of(UsageRecord record) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("at", record.at().toString());
    page.put("otherParty", record.otherParty().orElse(""));
    page.put("quantity", record.quantity());
    page.put("charge", record.charge().map(BigDecimal::toPlainString).orElse(""));
    return page;
  }
}
