package dev.kaitsu.adapter.freebit;

import java.util.List;
import java.util.Optional;

/**
 * Reads whether a code is in the history of quotas (PA05-02). "No" is said only of a list that is
 * certainly the whole history, since data would be added again on its word.
 */
final class HistoryReader {
  private final FreebitMapping mapping;

  HistoryReader(FreebitMapping mapping) {
    this.mapping = mapping;
  }

  /** Empty if the answer does not let us tell. */
  Optional<Boolean> has(String code, WireObject reply) {
    var rows = reply.rows(mapping.list(MappingKey.READ_HISTORY));
    if (rows.stream()
        .flatMap(List::stream)
        .anyMatch(row -> codeOf(row).equals(Optional.of(code)))) {
      return Optional.of(true);
    }
    return rows.filter(each -> isWhole(each, reply)).map(each -> false);
  }

  private boolean isWhole(List<WireObject> rows, WireObject reply) {
    boolean showsCodes = rows.isEmpty() || rows.stream().anyMatch(row -> codeOf(row).isPresent());
    var total = reply.anywhere(mapping.list(MappingKey.READ_TOTAL));
    return showsCodes
        && total
            .map(Integer.toString(rows.size())::equals)
            .orElseGet(() -> rows.isEmpty() || isOnlyPage(rows.size()));
  }

  private boolean isOnlyPage(int rows) {
    return mapping
        .find(MappingKey.HISTORY_PAGE)
        .filter(page -> page.equals("whole") || rows < Integer.parseInt(page))
        .isPresent();
  }

  private Optional<String> codeOf(WireObject row) {
    return row.anywhere(mapping.list(MappingKey.READ_QUOTA_CODE));
  }
}
