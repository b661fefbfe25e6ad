package dev.kaitsu.cli;

import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.page.UsagePage;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a line used. */
@Command(
    name = "show",
    description = {
      "Shows the calls and messages of a line in a month, with totals. This is personal data.",
      "Exit code 3 if the month is not imported."
    },
    mixinStandardHelpOptions = true)
final class RecordsShowCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(
      index = "0",
      paramLabel = "<line>",
      description = "The line's phone number.",
      converter = PhoneNumberArgument.class)
  private PhoneNumber line;

  @Mixin private MonthOption months = new MonthOption();

  @Option(
      names = "--most",
      paramLabel = "<n>",
      description = "At most so many records of each kind (default ${DEFAULT-VALUE}).",
      defaultValue = "1000")
  private int most;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  RecordsShowCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (most < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--most must be at least 1, not " + most);
    }
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var page = UsagePage.of(node.recordDesk(), line, months.months(), most);
      if (page.isEmpty()) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "this month is not imported; see 'kaitsu records status'");
      }
      output.print(spec.commandLine().getOut(), page);
      return ExitCode.OK.number();
    }
  }
}
