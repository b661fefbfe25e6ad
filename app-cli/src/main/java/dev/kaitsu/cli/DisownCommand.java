package dev.kaitsu.cli;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.page.ProgressPage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records that WHMCS orders do not belong to an order that is parked because of them. */
@Command(
    name = "disown",
    description = {
      "States that WHMCS orders are not this order's, after BILLING_ORDER_UNMARKED.",
      "A retry then no longer stops at them. Nothing is sent to anybody."
    },
    mixinStandardHelpOptions = true)
final class DisownCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "<orderId>", converter = OrderIdArgument.class)
  private OrderId order;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "<whmcsOrderId>",
      description = "The WHMCS orders that belong to somebody else.",
      converter = BillingOrderIdArgument.class)
  private List<BillingOrderId> notOurs;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "<name>",
      description = "Who says so, for the ledger.")
  private String by = "";

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  DisownCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      if (!node.desk().disown(order, notOurs, by)) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "Kaitsu has never heard of order %s".formatted(order));
      }
      output.print(
          spec.commandLine().getOut(), ProgressPage.of(node.desk().progress(order).orElseThrow()));
      return ExitCode.OK.number();
    }
  }
}
