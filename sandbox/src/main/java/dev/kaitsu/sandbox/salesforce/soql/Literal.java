package dev.kaitsu.sandbox.salesforce.soql;

import java.time.Instant;
import java.time.LocalDate;

/** A constant of a query. */
sealed interface Literal {
  /** A quoted string, escapes still in it. */
  record Text(String raw) implements Literal {}

  record Amount(double value) implements Literal {}

  record Flag(boolean value) implements Literal {}

  record Date(LocalDate value) implements Literal {}

  record DateTime(Instant value) implements Literal {}

  record Null() implements Literal {}
}
