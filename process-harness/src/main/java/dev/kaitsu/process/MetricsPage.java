package dev.kaitsu.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What {@code /metrics} said at one moment. */
public record MetricsPage(List<String> lines) {

  public static MetricsPage parse(String text) {
    return new MetricsPage(text.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /** The sum of all samples of this name that carry all of these labels, as {@code a="b"}. */
  public double sum(String name, String... labels) {
    return samples(name, labels)
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Stream<String> samples(String name, String... labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains));
  }

  /** Milliseconds that each use of a timer took on average since an earlier page. */
  public double meanMillisSince(MetricsPage earlier, String timer, String label) {
    double seconds = since(earlier, timer + "_seconds_sum", label);
    double count = since(earlier, timer + "_seconds_count", label);
    return count == 0 ? 0 : 1000 * seconds / count;
  }

  private double since(MetricsPage earlier, String name, String label) {
    return sum(name, label) - earlier.sum(name, label);
  }
}
