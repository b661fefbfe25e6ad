package dev.kaitsu.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Shows and moves the places from which event channels are read. */
@Command(
    name = "replay",
    description = "Shows and moves the places from which event channels are read.",
    mixinStandardHelpOptions = true)
final class ReplayCommand extends Group {
  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new ReplayCommand())
        .addSubcommand(new ReplayShowCommand(environment))
        .addSubcommand(new ReplaySetCommand(environment))
        .addSubcommand(new ReplayClearCommand(environment));
  }
}
