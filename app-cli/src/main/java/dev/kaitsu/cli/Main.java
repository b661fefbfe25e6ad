package dev.kaitsu.cli;

import java.util.Map;

/** The entry point of {@code kaitsu}. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var command = arguments.length > 0 ? arguments[0] : "";
    Logging.configure(command, System.getenv(), Boolean.getBoolean("kaitsu.terminal"));
    System.exit(run(System.getenv(), arguments));
  }

  static int run(Map<String, String> environment, String... arguments) {
    return Kaitsu.commandLine(environment).execute(arguments);
  }
}
