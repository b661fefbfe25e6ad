package dev.kaitsu.crash.report;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the command line asks for beside the parts.
 *
 * @param seed replay only what this number stands for, and tell everything about it
 * @param orders how many orders to try, where a part can try any number
 * @param trials how many trials of a series to run, by its name
 */
public record Options(OptionalLong seed, OptionalInt orders, Map<String, Integer> trials) {
  public static final Options NONE =
      new Options(OptionalLong.empty(), OptionalInt.empty(), Map.of());

  public Options {
    trials = Map.copyOf(trials);
  }

  /** How many trials of a series to run: all of them if none were asked for by number. */
  public int trials(String series, int all) {
    return trials.isEmpty() ? all : trials.getOrDefault(series, 0);
  }
}
