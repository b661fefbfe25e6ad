package dev.kaitsu.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a command prints its data: as a table for people, or as JSON for scripts. */
final class Output {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      description = "How data is printed: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "table")
  private Format format = Format.table;

  /** The choices of {@code -o}; lower case, as they are typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum Format {
    table,
    json
  }

  boolean isJson() {
    return format == Format.json;
  }

  /** Prints one thing's facts. */
  void print(PrintWriter out, Map<String, ?> facts) {
    if (isJson()) {
      out.println(json(facts));
    } else {
      Tables.facts(facts).forEach(out::println);
    }
    out.flush();
  }

  /** Prints a list under headings. */
  void print(PrintWriter out, List<String> headings, List<List<String>> rows, Object asJson) {
    if (isJson()) {
      out.println(json(asJson));
    } else {
      Tables.rows(headings, rows).forEach(out::println);
    }
    out.flush();
  }

  private static String json(Object data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("data cannot be written as JSON", unwritable);
    }
  }
}
