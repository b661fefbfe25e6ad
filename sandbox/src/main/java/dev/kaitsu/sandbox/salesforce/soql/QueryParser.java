package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.soql.Query.OrderKey;
import dev.kaitsu.sandbox.salesforce.soql.Query.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads SELECT … FROM … and all that may follow. */
final class QueryParser {
  private final Tokens tokens;
  private final ConditionParser conditions;

  private QueryParser(String soql) {
    this.tokens = new Tokens(soql);
    this.conditions = new ConditionParser(tokens, this::query);
  }

  static Query parse(String soql) {
    var parser = new QueryParser(soql);
    var query = parser.query();
    if (parser.tokens.peek().kind() != Token.Kind.END) {
      throw parser.tokens.unexpected("unexpected token:");
    }
    return query;
  }

  private Query query() {
    tokens.expect("SELECT");
    boolean count = tokens.accept("COUNT");
    if (count) {
      tokens.expect("(");
      tokens.expect(")");
    }
    var select = count ? List.<SelectItem>of() : selectList();
    tokens.expect("FROM");
    var from = tokens.name();
    Optional<Condition> where =
        tokens.accept("WHERE") ? Optional.of(conditions.parse()) : Optional.empty();
    var orderBy = orderBy();
    Optional<Integer> limit =
        tokens.accept("LIMIT") ? Optional.of(tokens.wholeNumber()) : Optional.empty();
    int offset = tokens.accept("OFFSET") ? tokens.wholeNumber() : 0;
    return new Query(select, count, from, where, orderBy, limit, offset);
  }

  private List<SelectItem> selectList() {
    var items = new ArrayList<SelectItem>();
    do {
      items.add(selectItem());
    } while (tokens.accept(","));
    return items;
  }

  private SelectItem selectItem() {
    if (!tokens.accept("(")) {
      return new SelectItem.Path(tokens.name());
    }
    var children = query();
    tokens.expect(")");
    return new SelectItem.Children(children);
  }

  private List<OrderKey> orderBy() {
    var keys = new ArrayList<OrderKey>();
    if (tokens.accept("ORDER")) {
      tokens.expect("BY");
      do {
        keys.add(orderKey());
      } while (tokens.accept(","));
    }
    return keys;
  }

  private OrderKey orderKey() {
    var field = tokens.name();
    boolean descending = tokens.accept("DESC");
    if (!descending) {
      tokens.accept("ASC");
    }
    boolean nullsLast = false;
    if (tokens.accept("NULLS")) {
      nullsLast = tokens.accept("LAST");
      if (!nullsLast) {
        tokens.expect("FIRST");
      }
    }
    return new OrderKey(field, descending, nullsLast);
  }
}
