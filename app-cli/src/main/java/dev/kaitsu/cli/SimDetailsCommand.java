package dev.kaitsu.cli;

import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.page.LinePage;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a line as Freebit shows it. */
@Command(
    name = "details",
    description = "Shows a line as Freebit shows it.",
    mixinStandardHelpOptions = true)
final class SimDetailsCommand extends SimAction {
  @Parameters(paramLabel = "<number>", converter = PhoneNumberArgument.class)
  private PhoneNumber line;

  SimDetailsCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  ExitCode run(Node node, SimDesk desk) {
    var detail =
        desk.details(line)
            .orElseThrow(
                () -> new CommandFailure(ExitCode.NOT_FOUND, "Freebit knows no line " + line));
    print(LinePage.of(detail));
    return ExitCode.OK;
  }
}
