package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.soql.Condition.And;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Comparison;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Membership;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Not;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Operator;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Or;
import dev.kaitsu.sandbox.salesforce.soql.Condition.SemiJoin;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads a WHERE clause. Mixing AND and OR without parentheses is an error, as in Salesforce. */
final class ConditionParser {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SS][.S][XXX][XX]");

  private final Tokens tokens;
  private final Supplier<Query> subquery;

  ConditionParser(Tokens tokens, Supplier<Query> subquery) {
    this.tokens = tokens;
    this.subquery = subquery;
  }

  Condition parse() {
    var first = term();
    if (tokens.peek().is("AND")) {
      var result = new And(chain("AND", first));
      refuseMixing("OR");
      return result;
    }
    if (tokens.peek().is("OR")) {
      var result = new Or(chain("OR", first));
      refuseMixing("AND");
      return result;
    }
    return first;
  }

  private void refuseMixing(String keyword) {
    if (tokens.peek().is(keyword)) {
      throw tokens.unexpected("unexpected token (AND and OR need parentheses):");
    }
  }

  private List<Condition> chain(String keyword, Condition first) {
    var conditions = new ArrayList<Condition>();
    conditions.add(first);
    while (tokens.accept(keyword)) {
      conditions.add(term());
    }
    return conditions;
  }

  private Condition term() {
    if (tokens.accept("NOT")) {
      return new Not(term());
    }
    if (tokens.accept("(")) {
      var inner = parse();
      tokens.expect(")");
      return inner;
    }
    return comparison(tokens.name());
  }

  private Condition comparison(Name field) {
    if (tokens.accept("IN")) {
      return membership(field, false);
    }
    if (tokens.accept("NOT")) {
      tokens.expect("IN");
      return membership(field, true);
    }
    return new Comparison(field, operator(), literal());
  }

  private Operator operator() {
    var operator =
        switch (tokens.peek().upper()) {
          case "=" -> Operator.EQUAL;
          case "!=", "<>" -> Operator.NOT_EQUAL;
          case "<" -> Operator.LESS;
          case "<=" -> Operator.LESS_OR_EQUAL;
          case ">" -> Operator.GREATER;
          case ">=" -> Operator.GREATER_OR_EQUAL;
          case "LIKE" -> Operator.LIKE;
          default -> throw tokens.unexpected("unexpected token:");
        };
    tokens.take();
    return operator;
  }

  private Condition membership(Name field, boolean negated) {
    tokens.expect("(");
    if (tokens.peek().is("SELECT")) {
      var query = subquery.get();
      tokens.expect(")");
      return new SemiJoin(field, negated, query);
    }
    var values = new ArrayList<Literal>();
    do {
      values.add(literal());
    } while (tokens.accept(","));
    tokens.expect(")");
    return new Membership(field, negated, values);
  }

  private Literal literal() {
    var token = tokens.peek();
    try {
      var literal =
          switch (token.kind()) {
            case TEXT -> new Literal.Text(token.text());
            case NUMBER -> new Literal.Amount(Double.parseDouble(token.text()));
            case DATE -> new Literal.Date(LocalDate.parse(token.text()));
            case DATETIME ->
                new Literal.DateTime(OffsetDateTime.parse(token.text(), DATE_TIME).toInstant());
            case NAME -> named(token);
            default -> throw tokens.unexpected("unexpected token:");
          };
      tokens.take();
      return literal;
    } catch (DateTimeParseException e) {
      throw tokens.unexpected("Invalid date:");
    }
  }

  private Literal named(Token token) {
    return switch (token.upper()) {
      case "NULL" -> new Literal.Null();
      case "TRUE" -> new Literal.Flag(true);
      case "FALSE" -> new Literal.Flag(false);
      default -> throw tokens.unexpected("unexpected token:");
    };
  }
}
