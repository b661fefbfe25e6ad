package dev.kaitsu.cli;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.page.ProgressPage;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what Kaitsu knows about an order. */
@Command(
    name = "status",
    description = "Shows where an order stands and everything that was done for it.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(paramLabel = "<orderId>", converter = OrderIdArgument.class)
  private OrderId order;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  StatusCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var progress =
          node.desk()
              .progress(order)
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          ExitCode.NOT_FOUND,
                          "Kaitsu has never heard of order %s".formatted(order)));
      output.print(spec.commandLine().getOut(), ProgressPage.of(progress));
      return ExitCode.OK.number();
    }
  }
}
