package dev.kaitsu.adapter.whmcs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * Reads all rows of a list that WHMCS gives out in pages, without order and without a snapshot:
 * rows that come or go meanwhile shift the others. Such a read starts again.
 */
final class Listing {
  static final int PAGE_SIZE = 250;
  private static final int MOST_READS = 4;

  private final LongFunction<Page> pageFrom;

  /**
   * @param pageFrom reads the page that starts at an offset
   */
  Listing(LongFunction<Page> pageFrom) {
    this.pageFrom = pageFrom;
  }

  /** Every row once; empty if the list did not hold still long enough. */
  Optional<List<WireObject>> all() {
    for (int read = 0; read < MOST_READS; read++) {
      var rows = readOnce();
      if (rows.isPresent()) {
        return rows;
      }
    }
    return Optional.empty();
  }

  private Optional<List<WireObject>> readOnce() {
    var first = pageFrom.apply(0);
    var rows = new LinkedHashMap<Object, WireObject>();
    add(rows, first.rows());
    long next = first.rows().size();
    var page = first;
    while (page.mayHaveMore(next)) {
      page = pageFrom.apply(next);
      if (!page.total().equals(first.total())) {
        return Optional.empty();
      }
      if (!add(rows, page.rows())) {
        break; // a server that ignores the offset would go on like this for ever
      }
      next += page.rows().size();
    }
    boolean onePage = next == first.rows().size();
    boolean complete = rows.size() >= first.total().orElse(0);
    return complete && (onePage || holds(rows, pageFrom.apply(0), first))
        ? Optional.of(List.copyOf(rows.values()))
        : Optional.empty();
  }

  /** The first page, read again at the end, shows nothing new. */
  private static boolean holds(Map<Object, WireObject> rows, Page again, Page first) {
    return again.total().equals(first.total())
        && again.rows().stream().allMatch(row -> rows.containsKey(key(row)));
  }

  /** Whether any of them was new. */
  private static boolean add(Map<Object, WireObject> rows, List<WireObject> more) {
    int before = rows.size();
    more.forEach(row -> rows.putIfAbsent(key(row), row));
    return rows.size() > before;
  }

  /** A row without an id is known by all it says. */
  private static Object key(WireObject row) {
    var id = row.id("id");
    return id.isPresent() ? id.getAsLong() : row;
  }

  /** A part of the list, and how many rows the whole is said to have. */
  record Page(OptionalLong total, List<WireObject> rows) {
    static Page of(WireObject reply, String plural, String singular) {
      return new Page(reply.number("totalresults"), reply.rows(plural, singular));
    }

    /** Servers may cut pages shorter than asked, so a short page alone ends nothing. */
    private boolean mayHaveMore(long next) {
      return !rows.isEmpty() && (total.isEmpty() || next < total.getAsLong());
    }
  }
}
