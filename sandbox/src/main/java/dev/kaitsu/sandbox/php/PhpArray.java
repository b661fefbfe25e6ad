package dev.kaitsu.sandbox.php;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PHP's ordered map. Integer keys are kept as their decimal text. */
public final class PhpArray implements PhpValue {
  private static final Pattern INTEGER_KEY = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*(-?[0-9]{1,9})");

  private final Map<String, PhpValue> entries = new LinkedHashMap<>();
  private long nextIndex;

  void put(String key, PhpValue value) {
    entries.put(key, value);
    if (INTEGER_KEY.matcher(key).matches()) {
      nextIndex = Math.max(nextIndex, Long.parseLong(key) + 1);
    }
  }

  /** PHP's {@code $array[] = value}: the key is one above the highest integer key. */
  void append(PhpValue value) {
    put(Long.toString(nextIndex), value);
  }

  String nextKey() {
    return Long.toString(nextIndex);
  }

  public Map<String, PhpValue> entries() {
    return Collections.unmodifiableMap(entries);
  }

  public Optional<PhpValue> value(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The scalar under the key; empty when there is none, or an array. */
  public Optional<String> text(String key) {
    return entries.get(key) instanceof PhpText scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The array under the key; empty when there is none, or a scalar. */
  public Optional<PhpArray> array(String key) {
    return entries.get(key) instanceof PhpArray array ? Optional.of(array) : Optional.empty();
  }

  /** PHP's cast to int: the leading digits, 0 when there are none. Empty for an absent scalar. */
  public Optional<Integer> integer(String key) {
    return text(key).map(PhpArray::leadingInteger);
  }

  /** PHP's idea of true: present, not empty and not {@code 0}. So {@code false} counts as true. */
  public boolean truthy(String key) {
    return text(key).filter(text -> !text.isEmpty() && !text.equals("0")).isPresent();
  }

  private static int leadingInteger(String text) {
    Matcher digits = LEADING_INTEGER.matcher(text);
    return digits.lookingAt() ? Integer.parseInt(digits.group(1)) : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PhpArray array && entries.equals(array.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
