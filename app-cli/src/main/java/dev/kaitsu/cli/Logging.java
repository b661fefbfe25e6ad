package dev.kaitsu.cli;

import java.util.Map;

/**
 * Chooses how logs look before the first line is logged. The server logs to standard output, as
 * JSON unless a person sits at a terminal; other commands keep standard output for their data.
 */
final class Logging {
  private Logging() {}

  static void configure(boolean server, Map<String, String> environment, boolean terminal) {
    var format = environment.getOrDefault("KAITSU_LOG_FORMAT", terminal ? "text" : "json");
    var level = environment.getOrDefault("KAITSU_LOG_LEVEL", server ? "INFO" : "WARN");
    System.setProperty("kaitsu.log.appender", format.equals("text") ? "TEXT" : "JSON");
    System.setProperty("kaitsu.log.target", server ? "System.out" : "System.err");
    System.setProperty("kaitsu.log.level", level);
    if (!server && !environment.containsKey("KAITSU_LOG_FORMAT")) {
      System.setProperty("kaitsu.log.appender", "TEXT");
    }
  }
}
