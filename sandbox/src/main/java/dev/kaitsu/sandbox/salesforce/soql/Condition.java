package dev.kaitsu.sandbox.salesforce.soql;

import java.util.List;

/** A WHERE clause as written. */
sealed interface Condition {
  record And(List<Condition> all) implements Condition {}

  record Or(List<Condition> any) implements Condition {}

  record Not(Condition condition) implements Condition {}

  record Comparison(Name field, Operator operator, Literal value) implements Condition {}

  record Membership(Name field, boolean negated, List<Literal> values) implements Condition {}

  /** IN (SELECT …): the ids another query finds. */
  record SemiJoin(Name field, boolean negated, Query query) implements Condition {}

  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LIKE
  }
}
