package dev.kaitsu.cli;

import java.util.Map;

/**
 * Chooses how logs look before the first line is logged. The server logs to standard output, as
 * JSON unless a person sits at a terminal; other commands keep standard output for their data, and
 * the sandbox, which tells its own story, speaks up only for errors.
 */
final class Logging {
  private Logging() {}

  static void configure(String command, Map<String, String> environment, boolean terminal) {
    boolean server = command.equals("serve");
    var format =
        environment.getOrDefault("KAITSU_LOG_FORMAT", server && !terminal ? "json" : "text");
    var level = environment.getOrDefault("KAITSU_LOG_LEVEL", levelOf(command));
    System.setProperty("kaitsu.log.appender", format.equals("json") ? "JSON" : "TEXT");
    System.setProperty("kaitsu.log.target", server ? "System.out" : "System.err");
    System.setProperty("kaitsu.log.level", level);
  }

  private static String levelOf(String command) {
    return switch (command) {
      case "serve" -> "INFO";
      case "sandbox" -> "ERROR";
      default -> "WARN";
    };
  }
}
