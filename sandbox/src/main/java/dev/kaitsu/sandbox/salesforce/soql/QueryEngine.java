package dev.kaitsu.sandbox.salesforce.soql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.soql.Query.SelectItem;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers SOQL queries, page by page. */
public final class QueryEngine {
  private static final Pattern LOCATOR = Pattern.compile("([A-Za-z0-9]{18})-(\\d{1,9})");
  private static final int MAX_LENGTH = 100_000;

  private final Store store;
  private final Cursors cursors = new Cursors();
  private volatile int pageSize = 2_000;
  private volatile int childPageSize = 499;

  public QueryEngine(Store store) {
    this.store = store;
  }

  /** The most rows one answer holds whatever a caller asks for, as wide rows have it. */
  public void pageSize(int rows) {
    pageSize = rows;
  }

  /** The most children a row shows before they have to be fetched separately. */
  public void childPageSize(int rows) {
    childPageSize = rows;
  }

  public void expireLocators() {
    cursors.expireAll();
  }

  /**
   * Runs a query.
   *
   * @param withDeleted whether rows in the recycle bin count, as with queryAll
   * @param version of the API, for the URLs in the answer, e.g. {@code v67.0}
   * @param batchSize rows wanted per page
   * @throws Refusal for a query the org does not understand
   */
  public ObjectNode query(String soql, boolean withDeleted, String version, int batchSize) {
    if (soql.length() > MAX_LENGTH) {
      throw Refusal.badRequest(
          "QUERY_TOO_COMPLICATED", "SOQL statements cannot be longer than 100000 characters.");
    }
    var query = QueryParser.parse(soql);
    return store.read(
        () -> {
          var names = new Binder(store, soql);
          var type = names.object(query.from());
          var bound = binder(names, withDeleted).bind(query, type);
          var rows = run(names, query, bound, withDeleted);
          return query.count()
              ? counted(rows.size())
              : writer(version)
                  .first(
                      new Page(rows, bound.projection(), withDeleted),
                      Math.min(batchSize, pageSize));
        });
  }

  /** The page of a result that begins where a {@code nextRecordsUrl} says. */
  public ObjectNode more(String locatorAndOffset, String version, int batchSize) {
    Matcher matcher = LOCATOR.matcher(locatorAndOffset);
    if (!matcher.matches()) {
      throw Refusal.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    var locator = matcher.group(1);
    var page = cursors.find(locator);
    int from = Integer.parseInt(matcher.group(2));
    if (from > page.rows().size()) {
      throw Refusal.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return store.read(
        () -> writer(version).next(page, locator, from, Math.min(batchSize, pageSize)));
  }

  private ResultWriter writer(String version) {
    return new ResultWriter(store, cursors, version, childPageSize);
  }

  private QueryBinder binder(Binder names, boolean withDeleted) {
    return new QueryBinder(names, query -> semiJoin(names, query, withDeleted));
  }

  private List<Row> run(Binder names, Query query, BoundQuery bound, boolean withDeleted) {
    return bound.choose(
        new Candidates(names, bound.type())
            .rows(query.where())
            .filter(row -> withDeleted || !row.isDeleted()));
  }

  private Set<Object> semiJoin(Binder names, Query query, boolean withDeleted) {
    SObjectType type = names.object(query.from());
    if (query.select().size() != 1 || !(query.select().get(0) instanceof SelectItem.Path path)) {
      throw SoqlErrors.malformed(
          names.soql(), query.from().at(), "a semi join selects exactly one field");
    }
    var selected = names.path(type, path.field());
    var bound = binder(names, withDeleted).bind(query, type);
    return run(names, query, bound, withDeleted).stream()
        .flatMap(
            row ->
                Optional.of(FilterValues.keyOf(selected.field(), selected.valueIn(row))).stream())
        .filter(key -> !key.equals(FilterValues.EMPTY))
        .collect(Collectors.toSet());
  }

  private static ObjectNode counted(int rows) {
    var result = Json.object().put("totalSize", rows).put("done", true);
    result.putArray("records");
    return result;
  }
}
