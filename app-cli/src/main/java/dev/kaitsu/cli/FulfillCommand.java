package dev.kaitsu.cli;

import dev.kaitsu.model.LedgerFact.AttemptEnded;
import dev.kaitsu.model.LedgerFact.Outcome;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.port.in.FulfillmentDesk;
import dev.kaitsu.port.in.FulfillmentDesk.Request;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.page.ProgressPage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks for an order to be fulfilled now, and waits for its end. */
@Command(
    name = "fulfill",
    description = {
      "Fulfills an order that is Activating in Salesforce, and waits for the end.",
      "While it waits it works like any other node on whatever is due."
    },
    mixinStandardHelpOptions = true)
final class FulfillCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Map<String, String> environment;

  @Parameters(paramLabel = "<orderId>", converter = OrderIdArgument.class)
  private OrderId order;

  @Option(
      names = "--wait",
      paramLabel = "<seconds>",
      description = "How long to wait for the end (default ${DEFAULT-VALUE}).",
      defaultValue = "120")
  private int waitSeconds;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  FulfillCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var desk = node.desk();
      int before = ends(desk.progress(order));
      request(desk);
      node.startShortWork();
      var progress = waitForEnd(desk, before);
      output.print(spec.commandLine().getOut(), ProgressPage.of(progress));
      return exitCode(progress, before).number();
    }
  }

  private void request(FulfillmentDesk desk) {
    var answer = desk.fulfill(order);
    if (answer instanceof Request.NotFound) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "order %s is not to be seen in Salesforce".formatted(order));
    }
    if (answer instanceof Request.Refused refused) {
      throw new CommandFailure(
          ExitCode.REFUSED, "order %s is not fulfilled: %s".formatted(order, refused.reason()));
    }
  }

  private OrderProgress waitForEnd(FulfillmentDesk desk, int before) throws InterruptedException {
    var giveUp = Instant.now().plusSeconds(waitSeconds);
    while (true) {
      var progress = desk.progress(order);
      if (progress.isPresent()
          && (isOver(progress.get(), before) || Instant.now().isAfter(giveUp))) {
        return progress.get();
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
  }

  /** The attempt has ended, and the node that worked on it has let go of the order. */
  private static boolean isOver(OrderProgress progress, int before) {
    return ends(Optional.of(progress)) > before && !progress.working();
  }

  private static int ends(Optional<OrderProgress> progress) {
    return (int)
        progress.stream()
            .flatMap(known -> known.history().stream())
            .filter(entry -> entry.fact() instanceof AttemptEnded)
            .count();
  }

  private static ExitCode exitCode(OrderProgress progress, int before) {
    boolean ended = ends(Optional.of(progress)) > before;
    var outcome = ProgressPage.lastEnd(progress).filter(end -> ended);
    return outcome.filter(end -> end.outcome() == Outcome.ACTIVATED).isPresent()
        ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
