package dev.kaitsu.cli;

import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordGap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is printed about months of records. */
final class RecordPages {
  private RecordPages() {}

  /**
   * In the order of the headings of {@link RecordsImportCommand} and {@link RecordsStatusCommand}.
   */
  static Map<String, Object> imported(String state, ImportedMonth month) {
    var page = new LinkedHashMap<String, Object>();
    page.put("kind", month.month().kind().label());
    page.put("month", month.month().month().toString());
    page.put("outcome", state);
    page.put("rows", month.rows());
    page.put("badRows", month.badRows());
    page.put("repeatedRows", month.repeatedRows());
    page.put(
        "detail",
        "%s of %,d bytes, imported %s"
            .formatted(month.file().name(), month.file().size(), month.importedAt()));
    return page;
  }

  static Map<String, Object> gap(RecordGap gap) {
    var page = new LinkedHashMap<String, Object>();
    page.put("kind", gap.month().kind().label());
    page.put("month", gap.month().month().toString());
    page.put("outcome", "gap");
    page.put("rows", "");
    page.put("badRows", "");
    page.put("repeatedRows", "");
    page.put(
        "detail", "%s (since %s, last seen %s)".formatted(gap.reason(), gap.since(), gap.seenAt()));
    return page;
  }
}
