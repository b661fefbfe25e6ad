package dev.kaitsu.wiring.page;

import dev.kaitsu.model.LedgerFact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact of the ledger in one line: what happened, then its details, such as {@code step=mapping}.
 */
final class FactLine {
  private FactLine() {}

  static String of(LedgerFact fact) {
    return Stream.concat(Stream.of(words(fact.getClass())), details(fact))
        .collect(Collectors.joining("  "));
  }

  private static String words(Class<?> kind) {
    return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static Stream<String> details(LedgerFact fact) {
    return Arrays.stream(fact.getClass().getRecordComponents())
        .flatMap(component -> detail(component.getName(), value(fact, component)));
  }

  private static Stream<String> detail(String name, Object value) {
    if (value instanceof Optional<?> perhaps) {
      return perhaps.stream().flatMap(present -> detail(name, present));
    }
    if (value instanceof Collection<?> many && many.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        name + "=" + (value instanceof Duration time ? time.toMillis() + "ms" : value));
  }

  private static Object value(LedgerFact fact, RecordComponent component) {
    try {
      return component.getAccessor().invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException hidden) {
      throw new IllegalStateException("a fact cannot be read: " + component, hidden);
    }
  }
}
