package dev.kaitsu.cli;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.page.ProgressPage;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records what a person knows of an order's SIM where the operator's answers do not tell it. */
@Command(
    name = "attest",
    description = {
      "States whether an order's SIM is live, after SIM_ACTIVATION_UNCLEAR or SIM_LINE_IN_USE.",
      "A retry then goes on from there, or activates anew. Nothing is sent to anybody."
    },
    mixinStandardHelpOptions = true)
final class AttestCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(paramLabel = "<orderId>", converter = OrderIdArgument.class)
  private OrderId order;

  @ArgGroup(multiplicity = "1")
  private final Statement statement = new Statement();

  @Option(
      names = "--by",
      required = true,
      paramLabel = "<name>",
      description = "Who says so, for the ledger.")
  private String by = "";

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  /** One of the two. */
  static final class Statement {
    @Option(names = "--live", description = "The SIM is active, and for this order.")
    private boolean live;

    @Option(
        names = "--not-live",
        description = "No call took effect: a retry activates the SIM anew.")
    private boolean notLive;

    boolean isLive() {
      return live && !notLive;
    }
  }

  AttestCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var answer = node.desk().attest(order, statement.isLive(), by);
      if (answer instanceof Attestation.NotFound) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "Kaitsu has never heard of order %s".formatted(order));
      }
      if (answer instanceof Attestation.Refused refused) {
        throw new CommandFailure(
            ExitCode.REFUSED, "order %s is not attested: %s".formatted(order, refused.reason()));
      }
      output.print(
          spec.commandLine().getOut(), ProgressPage.of(node.desk().progress(order).orElseThrow()));
      return ExitCode.OK.number();
    }
  }
}
