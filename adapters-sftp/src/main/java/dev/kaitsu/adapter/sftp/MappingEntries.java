package dev.kaitsu.adapter.sftp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The {@code key = value} lines of a mapping, and everything that is wrong with them. */
final class MappingEntries {
  static final String BOTH = "";
  private static final Set<String> SHARED =
      Set.of(
          "charset",
          "separator",
          "header",
          "final-newline",
          "fields",
          "zone",
          "line",
          "date",
          "date-format",
          "time",
          "time-format",
          "other-party",
          "charge",
          "charge-unit",
          "identical-rows");
  private static final Set<String> OF_TALK = Set.of("duration", "duration-unit");
  private static final Set<String> OF_SMS = Set.of("count");

  private final Map<String, Entry> entries = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** A value and where it stands; line 0 is the standard. */
  record Entry(int line, String key, String value) {}

  private MappingEntries() {}

  static MappingEntries of(String standard) {
    var read = new MappingEntries();
    read.add(standard, false);
    return read;
  }

  /** Whatever this text says replaces what was there, for one kind or for both. */
  MappingEntries overriddenBy(String text) {
    add(text, true);
    return this;
  }

  private void add(String text, boolean numbered) {
    var seen = new HashMap<String, Integer>();
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      int number = i + 1;
      if (!line.isEmpty() && !line.startsWith("#")) {
        var earlier = seen.put(keyOf(line), number);
        if (earlier != null) {
          problem(number, "'%s' is there already, in line %d".formatted(keyOf(line), earlier));
        }
        entry(numbered ? number : 0, line);
      }
    }
  }

  private static String keyOf(String line) {
    return line.split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private void entry(int number, String line) {
    int equals = line.indexOf('=');
    var key = keyOf(line);
    if (equals < 0) {
      problem(number, "write 'key = value'");
    } else if (!isKnown(key)) {
      problem(number, "there is no key '%s'; see docs/records.md".formatted(key));
    } else {
      if (SHARED.contains(key)) { // said for both, it replaces what the standard says for each
        entries.remove("talk." + key);
        entries.remove("sms." + key);
      }
      entries.put(key, new Entry(number, key, line.substring(equals + 1).strip()));
    }
  }

  private static boolean isKnown(String key) {
    int dot = key.indexOf('.');
    var prefix = dot < 0 ? BOTH : key.substring(0, dot);
    var name = key.substring(dot + 1);
    return switch (prefix) {
      case BOTH -> SHARED.contains(name);
      case "talk" -> SHARED.contains(name) || OF_TALK.contains(name);
      case "sms" -> SHARED.contains(name) || OF_SMS.contains(name);
      default -> false;
    };
  }

  /** What is said for one kind, else what is said for both. */
  Entry find(String kind, String name) {
    var own = entries.get(kind + "." + name);
    var both = entries.get(name);
    if (own != null) {
      return own;
    }
    return both != null ? both : new Entry(0, name, "");
  }

  void problem(int line, String what) {
    problems.add("line %d: %s".formatted(line, what));
  }

  /** Ends the reading. */
  void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "names a mapping that needs mending:\n"
              + String.join("\n", problems.stream().distinct().toList()));
    }
  }
}
