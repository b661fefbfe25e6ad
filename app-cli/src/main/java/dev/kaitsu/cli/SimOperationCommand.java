package dev.kaitsu.cli;

import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.page.OperationPage;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one operation and its history. */
@Command(
    name = "operation",
    description = "Shows one operation and its history.",
    mixinStandardHelpOptions = true)
final class SimOperationCommand extends SimAction {
  @Parameters(paramLabel = "<operation>", converter = OperationIdArgument.class)
  private OperationId operation;

  SimOperationCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  ExitCode run(Node node, SimDesk desk) {
    var view =
        desk.operation(operation)
            .orElseThrow(
                () -> new CommandFailure(ExitCode.NOT_FOUND, "there is no operation " + operation));
    print(OperationPage.of(view));
    return ExitCode.OK;
  }
}
