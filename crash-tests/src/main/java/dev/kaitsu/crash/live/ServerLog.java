package dev.kaitsu.crash.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a server has logged so far. It says where to strike, never how an order fared. */
record ServerLog(List<JsonNode> lines) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BEGUN = "Starting fulfillment orchestration";
  private static final Pattern LET_GO =
      Pattern.compile(
          "Provisioning job completed|Provisioning job comes back|Fulfillment ended"
              + "|was taken over|the look ended|the look was interrupted|stale pick");

  static ServerLog read(Path file) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(file)) {
      parsed(line).ifPresent(lines::add);
    }
    return new ServerLog(lines);
  }

  /** The orders that this server has begun to work on and not let go of. */
  Set<String> inWork() {
    var orders = new LinkedHashSet<String>();
    for (JsonNode line : lines) {
      if (message(line).startsWith(BEGUN)) {
        orders.add(order(line));
      } else if (LET_GO.matcher(message(line)).find()) {
        orders.remove(order(line));
      }
    }
    return orders;
  }

  /** The orders with whose id a phrase was logged. */
  Set<String> told(String phrase) {
    var orders = new LinkedHashSet<String>();
    lines.stream()
        .filter(line -> message(line).contains(phrase))
        .forEach(line -> orders.add(order(line)));
    return orders;
  }

  /** Lines that nobody should have to read: errors, and stack traces whatever their level. */
  List<String> alarming() {
    return lines.stream()
        .filter(line -> line.has("stack_trace") || line.path("level").asText().equals("ERROR"))
        .map(JsonNode::toString)
        .toList();
  }

  private static String message(JsonNode line) {
    return line.path("message").asText();
  }

  private static String order(JsonNode line) {
    return line.path("orderId").asText();
  }

  /** The last line of a process that was killed may be cut off. */
  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(JSON.readTree(line));
    } catch (JsonProcessingException cutOff) {
      return Optional.empty();
    }
  }
}
