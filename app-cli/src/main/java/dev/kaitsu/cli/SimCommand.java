package dev.kaitsu.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Manages SIM lines. */
@Command(
    name = "sim",
    description = "Shows and changes SIM lines at Freebit, one operation per line at a time.",
    mixinStandardHelpOptions = true)
final class SimCommand extends Group {
  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new SimCommand())
        .addSubcommand(new SimDetailsCommand(environment))
        .addSubcommand(new SimUsageCommand(environment))
        .addSubcommand(new SimTopUpCommand(environment))
        .addSubcommand(new SimChangePlanCommand(environment))
        .addSubcommand(new SimChangeNetworkCommand(environment))
        .addSubcommand(new SimOperationsCommand(environment))
        .addSubcommand(new SimOperationCommand(environment))
        .addSubcommand(new SimCancelCommand(environment))
        .addSubcommand(new SimSettleCommand(environment))
        .addSubcommand(new SimRetryCommand(environment));
  }
}
