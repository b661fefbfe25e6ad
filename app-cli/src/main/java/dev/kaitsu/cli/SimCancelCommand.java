package dev.kaitsu.cli;

import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.wiring.Node;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back an operation that has not begun. */
@Command(
    name = "cancel",
    description = "Takes back an operation that has not begun, or was not charged.",
    mixinStandardHelpOptions = true)
final class SimCancelCommand extends SimAction {
  @Parameters(paramLabel = "<operation>", converter = OperationIdArgument.class)
  private OperationId operation;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "<name>",
      converter = NameArgument.class,
      description = "Who says so, for the record.")
  private String by = "";

  SimCancelCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  ExitCode run(Node node, SimDesk desk) {
    return print(desk.cancel(operation, by), operation.toString());
  }
}
