package dev.kaitsu.cli;

import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.wiring.Node;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the call made again that was settled as not done. */
@Command(
    name = "retry",
    description = "Makes the call again that was settled as not done, or a refused payment.",
    mixinStandardHelpOptions = true)
final class SimRetryCommand extends SimAction {
  @Parameters(paramLabel = "<operation>", converter = OperationIdArgument.class)
  private OperationId operation;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "<name>",
      converter = NameArgument.class,
      description = "Who says so, for the record.")
  private String by = "";

  SimRetryCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  ExitCode run(Node node, SimDesk desk) {
    return print(desk.retry(operation, by), operation.toString());
  }
}
