package dev.kaitsu.adapter.freebit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code key = value} lines; whatever is wrong is told with file, line and key. */
final class MappingFile {
  private final String name;

  MappingFile(String name) {
    this.name = name;
  }

  Map<MappingKey, String> read(List<String> lines) {
    var values = new EnumMap<MappingKey, String>(MappingKey.class);
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).replace("\uFEFF", "").strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(line, i + 1, values);
      }
    }
    return values;
  }

  private void read(String line, int number, Map<MappingKey, String> values) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw wrong(number, "has no '='; write it as key = value");
    }
    var written = line.substring(0, equals).strip();
    var value = line.substring(equals + 1).strip();
    var key =
        MappingKey.of(written)
            .orElseThrow(
                () ->
                    wrong(
                        number,
                        "has the unknown key '%s'; docs/freebit.md lists the keys"
                            .formatted(shortened(written))));
    if (!key.shape().allows(value)) {
      throw wrong(
          number, "'%s' is malformed; it must be %s".formatted(written, key.shape().described()));
    }
    if (values.put(key, value) != null) {
      throw wrong(number, "gives '%s' a second time; keep one".formatted(written));
    }
  }

  private IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException(
        "FREEBIT_MAPPING_PATH: %s, line %d: %s".formatted(name, line, what));
  }

  private static String shortened(String key) {
    return key.length() <= 40 ? key : key.substring(0, 40) + "…";
  }
}
