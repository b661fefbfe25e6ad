package dev.kaitsu.cli;

import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.wiring.Node;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** States whether the effect of a parked operation is in place. */
@Command(
    name = "settle",
    description = "States whether the effect of a parked operation is in place.",
    mixinStandardHelpOptions = true)
final class SimSettleCommand extends SimAction {
  @Parameters(paramLabel = "<operation>", converter = OperationIdArgument.class)
  private OperationId operation;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "<name>",
      converter = NameArgument.class,
      description = "Who says so, for the record.")
  private String by = "";

  @ArgGroup(multiplicity = "1")
  private Word word = new Word();

  /** One of the two. */
  private static final class Word {
    @Option(names = "--done", description = "It is in place: charged, added or changed.")
    private boolean done;

    @Option(names = "--not-done", description = "It is not; 'retry' may make the call again.")
    private boolean notDone;
  }

  SimSettleCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  ExitCode run(Node node, SimDesk desk) {
    return print(desk.settle(operation, word.done && !word.notDone, by), operation.toString());
  }
}
