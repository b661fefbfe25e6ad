package dev.kaitsu.cli;

import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationRequest.WhenBusy;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.operation.OperationView;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.port.in.SimDesk.Answer;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.page.OperationPage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Asks for an operation on a line, and waits for its end if it may run at once. */
abstract class SimOperationRequest extends SimAction {
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Parameters(
      index = "0",
      paramLabel = "<number>",
      description = "The line's phone number.",
      converter = PhoneNumberArgument.class)
  private PhoneNumber line;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "<name>",
      description = "Who asks for it, for the record.")
  private String by = "";

  @Option(
      names = "--key",
      paramLabel = "<text>",
      description = "A repeat under the same key is the same operation.")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--when-busy",
      paramLabel = "queue|refuse",
      description = "If it may not run yet: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "queue")
  private WhenBusy whenBusy = WhenBusy.QUEUE;

  @Option(
      names = "--wait",
      paramLabel = "<seconds>",
      description = {
        "How long to wait for the end, working meanwhile like any other node",
        "(default ${DEFAULT-VALUE}; 0: not at all). What may run only later is not waited for."
      },
      defaultValue = "60")
  private int waitSeconds;

  SimOperationRequest(Map<String, String> environment) {
    super(environment);
  }

  /** What is asked for. */
  abstract LineOperation what();

  @Override
  final ExitCode run(Node node, SimDesk desk) throws InterruptedException {
    var view = accepted(desk.request(request()));
    if (waitSeconds > 0) {
      view = waitForEnd(node, desk, view);
    }
    print(OperationPage.of(view));
    return view.state() == OperationState.FAILED || view.state() == OperationState.PARKED
        ? ExitCode.FAILED
        : ExitCode.OK;
  }

  private OperationRequest request() {
    try {
      return new OperationRequest(line, what(), by, key, whenBusy);
    } catch (IllegalArgumentException malformed) {
      throw new ParameterException(spec().commandLine(), String.valueOf(malformed.getMessage()));
    }
  }

  private static OperationView accepted(Answer answer) {
    if (answer instanceof Answer.Accepted accepted) {
      return accepted.operation();
    }
    if (answer instanceof Answer.Busy busy) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "ask again at %s, to have it run at %s: %s"
              .formatted(busy.askAgainAt(), busy.mayRunAt(), busy.why()));
    }
    if (answer instanceof Answer.KeyTaken taken) {
      throw new CommandFailure(
          ExitCode.REFUSED, "the key was used for another request: operation " + taken.operation());
    }
    var refused = (Answer.Refused) answer;
    throw new CommandFailure(
        ExitCode.REFUSED, "%s: %s".formatted(refused.code(), refused.reason()));
  }

  private OperationView waitForEnd(Node node, SimDesk desk, OperationView asked)
      throws InterruptedException {
    var giveUp = Instant.now().plusSeconds(waitSeconds);
    var view = asked;
    if (mayEndBy(giveUp, view)) {
      node.startShortWork();
    }
    while (mayEndBy(giveUp, view) && Instant.now().isBefore(giveUp)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      view = desk.operation(asked.operation().id()).orElse(view);
    }
    return view;
  }

  private static boolean mayEndBy(Instant time, OperationView view) {
    return view.state().isOpen() && view.mayRunAt().filter(time::isBefore).isEmpty();
  }
}
