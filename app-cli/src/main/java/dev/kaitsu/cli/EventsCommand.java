package dev.kaitsu.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks after events that could not be read. */
@Command(
    name = "events",
    description = "Shows and settles events that could not be read.",
    mixinStandardHelpOptions = true)
final class EventsCommand extends Group {
  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new EventsCommand())
        .addSubcommand(new EventsParkedCommand(environment))
        .addSubcommand(new EventsRedecodeCommand(environment))
        .addSubcommand(new EventsDropCommand(environment));
  }
}
