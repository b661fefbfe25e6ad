package dev.kaitsu.crash;

import dev.kaitsu.crash.report.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What was asked for: parts by name, all if none is named, and options. */
record CommandLine(List<String> parts, Options options) {
  CommandLine {
    parts = List.copyOf(parts);
  }

  /**
   * Reads the arguments.
   *
   * @param known names of parts
   * @param series options that take a number of trials, as {@code --kills}
   * @throws IllegalArgumentException if they cannot be understood
   */
  static CommandLine of(List<String> arguments, List<String> known, List<String> series) {
    var parts = new ArrayList<String>();
    var seed = OptionalLong.empty();
    var orders = OptionalInt.empty();
    var trials = new HashMap<String, Integer>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      if (word.equals("--seed")) {
        seed = OptionalLong.of(Long.parseLong(valueOf(word, rest)));
      } else if (word.equals("--orders")) {
        orders = OptionalInt.of(Integer.parseInt(valueOf(word, rest)));
      } else if (series.contains(word)) {
        trials.put(word.substring(2), Integer.parseInt(valueOf(word, rest)));
      } else if (known.contains(word)) {
        parts.add(word);
      } else {
        throw new IllegalArgumentException(
            "parts are %s, options --seed, --orders, %s; not %s".formatted(known, series, word));
      }
    }
    return new CommandLine(parts, new Options(seed, orders, trials));
  }

  /** Whether everything is tried: only then the page is written. */
  boolean isComplete() {
    return parts.isEmpty() && options.equals(Options.NONE);
  }

  boolean wants(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  private static String valueOf(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a number");
    }
    return rest.next();
  }
}
