package dev.kaitsu.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks after call and message records. */
@Command(
    name = "records",
    description = "Imports call and message records, and shows them.",
    mixinStandardHelpOptions = true)
final class RecordsCommand extends Group {
  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new RecordsCommand())
        .addSubcommand(new RecordsImportCommand(environment))
        .addSubcommand(new RecordsStatusCommand(environment))
        .addSubcommand(new RecordsBadCommand(environment))
        .addSubcommand(new RecordsShowCommand(environment));
  }
}
