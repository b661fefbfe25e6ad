package dev.kaitsu.cli;

import java.util.Map;
import java.util.Set;

/** The entry point of {@code kaitsu}. */
public final class Main {
  private static final Set<String> LONG_RUNNING = Set.of("serve");

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    boolean server = arguments.length > 0 && LONG_RUNNING.contains(arguments[0]);
    Logging.configure(server, System.getenv(), Boolean.getBoolean("kaitsu.terminal"));
    System.exit(run(System.getenv(), arguments));
  }

  static int run(Map<String, String> environment, String... arguments) {
    return Kaitsu.commandLine(environment).execute(arguments);
  }
}
