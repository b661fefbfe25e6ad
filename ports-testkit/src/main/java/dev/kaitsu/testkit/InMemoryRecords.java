package dev.kaitsu.testkit;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.LineUsage;
import dev.kaitsu.model.RecordBooks;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordGap;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.RecordImportRunningException;
import dev.kaitsu.port.out.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records in memory. */
public final class InMemoryRecords implements RecordStore {
  static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(5);
  private static final Comparator<RecordMonth> NEWEST_FIRST =
      Comparator.comparing(RecordMonth::month).reversed().thenComparing(RecordMonth::kind);

  private final InstantSource clock;
  private final Map<RecordMonth, StoredMonth> months = new HashMap<>();
  private final Map<RecordMonth, RecordGap> gaps = new HashMap<>();
  private final Map<RecordMonth, InMemoryDraft> drafts = new HashMap<>();

  public InMemoryRecords(InstantSource clock) {
    this.clock = clock;
  }

  /** A month as it is imported. */
  record StoredMonth(ImportedMonth about, List<UsageRecord> rows, List<BadRow> badRows) {}

  @Override
  public synchronized Optional<ImportedMonth> find(RecordMonth month) {
    return Optional.ofNullable(months.get(month)).map(StoredMonth::about);
  }

  @Override
  public synchronized Draft begin(RecordMonth month, RecordFile file, RepeatedRows repeated) {
    var running = drafts.get(month);
    if (running != null && running.wentOnAt().plus(GIVEN_UP_AFTER).isAfter(clock.instant())) {
      throw new RecordImportRunningException(month, new Running("a node", running.begunAt()));
    }
    var draft = new InMemoryDraft(this, month, file, repeated, clock.instant());
    drafts.put(month, draft);
    return draft;
  }

  synchronized void commit(InMemoryDraft draft, StoredMonth content) {
    requireRunning(draft);
    months.put(content.about().month(), content);
    gaps.remove(content.about().month());
    drafts.remove(content.about().month());
  }

  synchronized void requireRunning(InMemoryDraft draft) {
    if (drafts.get(draft.month()) != draft) {
      throw new RecordImportRunningException(
          draft.month(), new Running("another node", clock.instant()));
    }
  }

  synchronized void end(InMemoryDraft draft) {
    drafts.remove(draft.month(), draft);
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public synchronized void noteGap(RecordMonth month, String reason) {
    var now = clock.instant();
    var since = gaps.containsKey(month) ? gaps.get(month).since() : now;
    gaps.put(month, new RecordGap(month, reason, since, now));
  }

  @Override
  public synchronized RecordBooks books() {
    return new RecordBooks(
        months.values().stream()
            .map(StoredMonth::about)
            .sorted(Comparator.comparing(ImportedMonth::month, NEWEST_FIRST))
            .toList(),
        gaps.values().stream()
            .sorted(Comparator.comparing(RecordGap::month, NEWEST_FIRST))
            .toList());
  }

  @Override
  public synchronized List<BadRow> badRows(RecordMonth month, int most) {
    return Optional.ofNullable(months.get(month)).stream()
        .flatMap(stored -> stored.badRows().stream())
        .sorted(Comparator.comparing(BadRow::row))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<LineUsage> usage(PhoneNumber line, RecordMonth month, int most) {
    return Optional.ofNullable(months.get(month))
        .map(
            stored -> {
              var rows = stored.rows().stream().filter(row -> row.line().equals(line)).toList();
              return new LineUsage(
                  line, stored.about(), rows.stream().limit(most).toList(), Totals.of(rows));
            });
  }
}
