package dev.kaitsu.cli;

import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.port.in.SimDesk.Change;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.page.OperationPage;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands about SIM lines share: the node, its desk and the output. */
abstract class SimAction implements Callable<Integer> {
  private final Map<String, String> environment;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  SimAction(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public final Integer call() throws InterruptedException {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var desk =
          node.simDesk()
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          ExitCode.USAGE,
                          "SIM lines are not managed here: set the FREEBIT_… variables"));
      return run(node, desk).number();
    }
  }

  abstract ExitCode run(Node node, SimDesk desk) throws InterruptedException;

  void print(Map<String, ?> page) {
    output.print(spec.commandLine().getOut(), page);
  }

  Output output() {
    return output;
  }

  CommandSpec spec() {
    return spec;
  }

  /** Prints what became of an operator's act. */
  ExitCode print(Change change, String operation) {
    if (change instanceof Change.Refused refused) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "operation %s is left as it is: %s".formatted(operation, refused.reason()));
    }
    if (change instanceof Change.Changed changed) {
      print(OperationPage.of(changed.operation()));
      return ExitCode.OK;
    }
    throw new CommandFailure(ExitCode.NOT_FOUND, "there is no operation " + operation);
  }
}
