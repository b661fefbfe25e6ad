package dev.kaitsu.cli;

import dev.kaitsu.wiring.Version;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top command: it only knows its sub-commands. */
@Command(
    name = "kaitsu",
    description = "Carries approved Salesforce orders to live services, once.",
    mixinStandardHelpOptions = true,
    versionProvider = Kaitsu.Versions.class,
    subcommands = {HelpCommand.class},
    footer = {
      "",
      "Exit codes: 0 ok, 1 failed, 2 bad usage or configuration, 3 not found, 4 refused,",
      "5 a system that is needed does not answer."
    })
final class Kaitsu implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new Kaitsu())
        .addSubcommand(new ServeCommand(environment))
        .addSubcommand(new SandboxCommand(environment))
        .addSubcommand(new PlanCommand(environment))
        .addSubcommand(new FulfillCommand(environment))
        .addSubcommand(new StatusCommand(environment))
        .addSubcommand(new DisownCommand(environment))
        .addSubcommand(new AttestCommand(environment))
        .addSubcommand(ReplayCommand.commandLine(environment))
        .addSubcommand(EventsCommand.commandLine(environment))
        .addSubcommand(SimCommand.commandLine(environment))
        .addSubcommand(RecordsCommand.commandLine(environment))
        .addSubcommand(new HealthCommand(environment))
        .addSubcommand(new DoctorCommand(environment, InstantSource.system()))
        .addSubcommand(new CompletionCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, such as 'kaitsu sandbox'.");
  }

  /** Prints the version this was built as. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"kaitsu " + Version.current()};
    }
  }
}
