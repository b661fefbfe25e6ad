package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.RecordIds;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of one filtered field, brought into the form in which they compare: text without
 * regard to case, ids in 18 characters, an empty field as {@link #EMPTY}.
 */
final class FilterValues {
  /** Stands for null, so that a set of keys can hold it. */
  static final Object EMPTY = Optional.empty();

  private final String soql;
  private final Field field;
  private final Name written;

  FilterValues(String soql, Field field, Name written) {
    this.soql = soql;
    this.field = field;
    this.written = written;
  }

  /** The key of a literal, if the field's type takes it. */
  Object key(Literal literal) {
    if (literal instanceof Literal.Null) {
      return EMPTY;
    }
    Optional<Object> value =
        switch (field.type()) {
          case NUMBER, CURRENCY ->
              literal instanceof Literal.Amount n ? Optional.of(n.value()) : Optional.empty();
          case CHECKBOX ->
              literal instanceof Literal.Flag flag ? Optional.of(flag.value()) : Optional.empty();
          case DATE ->
              literal instanceof Literal.Date date ? Optional.of(date.value()) : Optional.empty();
          case DATETIME ->
              literal instanceof Literal.DateTime time
                  ? Optional.of(time.value())
                  : Optional.empty();
          default ->
              literal instanceof Literal.Text text ? Optional.of(text(text)) : Optional.empty();
        };
    return value.orElseThrow(
        () ->
            SoqlErrors.filterType(
                soql,
                written.at(),
                written.text(),
                field.type().isText() ? "string" : field.type().describedAs(),
                field.type().isText()));
  }

  Pattern pattern(Literal literal) {
    if (field.type().isText() && !field.type().isId() && literal instanceof Literal.Text text) {
      return TextLiterals.likePattern(text.raw());
    }
    throw Refusal.badRequest(
        "INVALID_QUERY_FILTER_OPERATOR",
        "invalid operator on " + field.type().describedAs() + " field");
  }

  Refusal notFilterable() {
    return Refusal.badRequest(
        "INVALID_FIELD",
        "field '%s' can not be filtered in a query call".formatted(written.text()));
  }

  static Object keyOf(Field field, Optional<Object> value) {
    return value
        .map(v -> v instanceof String text && !field.type().isId() ? folded(text) : v)
        .orElse(EMPTY);
  }

  /** Compares two keys of the same class. */
  @SuppressWarnings("unchecked")
  static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private Object text(Literal.Text literal) {
    var text = TextLiterals.unescaped(literal.raw());
    if (field.type() != FieldType.ID && field.type() != FieldType.REFERENCE) {
      return folded(text);
    }
    return RecordIds.normalise(text)
        .orElseThrow(
            () -> Refusal.badRequest("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
