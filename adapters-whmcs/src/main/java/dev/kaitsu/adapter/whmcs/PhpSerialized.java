package dev.kaitsu.adapter.whmcs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A PHP array in base64, as AddOrder takes the config options and custom fields of a line. */
final class PhpSerialized {
  private PhpSerialized() {}

  /** Config option id to chosen option id or number. */
  static String numbers(Map<Long, Long> values) {
    var array = new StringBuilder();
    values.forEach((key, value) -> array.append("i:%d;i:%d;".formatted(key, value)));
    return array(values.size(), array);
  }

  /** Custom field id to text. */
  static String texts(Map<Long, String> values) {
    var array = new StringBuilder();
    values.forEach(
        (key, value) -> {
          int bytes = value.getBytes(StandardCharsets.UTF_8).length; // PHP counts bytes, not chars
          array.append("i:%d;s:%d:\"%s\";".formatted(key, bytes, value));
        });
    return array(values.size(), array);
  }

  private static String array(int size, StringBuilder entries) {
    var serialized = "a:%d:{%s}".formatted(size, entries);
    return Base64.getEncoder().encodeToString(serialized.getBytes(StandardCharsets.UTF_8));
  }
}
