package dev.kaitsu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out text in columns. */
final class Tables {
  private static final String GAP = "  ";

  private Tables() {}

  static List<String> rows(List<String> headings, List<List<String>> rows) {
    var widths = new int[headings.size()];
    var all = new ArrayList<List<String>>();
    all.add(headings);
    all.addAll(rows);
    for (List<String> row : all) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      line.append(row.get(column))
          .append(" ".repeat(widths[column] - row.get(column).length()))
          .append(GAP);
    }
    return line.toString().stripTrailing();
  }

  /** One fact a line; nested maps are indented below their name. */
  static List<String> facts(Map<String, ?> facts) {
    var lines = new ArrayList<String>();
    addFacts(lines, "", facts);
    return lines;
  }

  private static void addFacts(List<String> lines, String indent, Map<?, ?> facts) {
    int width = facts.keySet().stream().mapToInt(name -> name.toString().length()).max().orElse(0);
    facts.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> nested) {
            lines.add(indent + name);
            addFacts(lines, indent + GAP, nested);
          } else if (value instanceof List<?> list) {
            lines.add(indent + name);
            list.forEach(
                each -> {
                  if (each instanceof Map<?, ?> item) {
                    addFacts(lines, indent + GAP, item);
                    lines.add("");
                  } else {
                    lines.add(indent + GAP + each);
                  }
                });
          } else {
            var padding = " ".repeat(width - name.toString().length());
            lines.add((indent + name + padding + GAP + value).stripTrailing());
          }
        });
  }
}
