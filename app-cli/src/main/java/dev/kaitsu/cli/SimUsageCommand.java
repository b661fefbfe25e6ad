package dev.kaitsu.cli;

import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.page.LinePage;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how much data a line has used. */
@Command(
    name = "usage",
    description = "Shows how much data a line has used.",
    mixinStandardHelpOptions = true)
final class SimUsageCommand extends SimAction {
  @Parameters(paramLabel = "<number>", converter = PhoneNumberArgument.class)
  private PhoneNumber line;

  SimUsageCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  ExitCode run(Node node, SimDesk desk) {
    print(LinePage.of(desk.usage(line)));
    return ExitCode.OK;
  }
}
