package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.RecordIds;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The results that did not fit one answer, under the locators that fetch the rest. */
final class Cursors {
  private static final String PREFIX = "0r8";
  private static final int KEPT = 1_000;

  private final Map<String, Page> open = new LinkedHashMap<>();
  private long opened;

  synchronized String open(Page page) {
    if (open.size() >= KEPT) {
      open.remove(open.keySet().iterator().next());
    }
    var locator = RecordIds.numbered(PREFIX, ++opened);
    open.put(locator, page);
    return locator;
  }

  synchronized Page find(String locator) {
    var page = open.get(locator);
    if (page == null) {
      throw Refusal.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return page;
  }

  synchronized void expireAll() {
    open.clear();
  }
}
