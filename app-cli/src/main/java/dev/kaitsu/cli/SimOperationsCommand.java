package dev.kaitsu.cli;

import dev.kaitsu.model.operation.OperationView;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.page.OperationPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists operations. */
@Command(
    name = "operations",
    description = {
      "Lists a line's operations, newest first;",
      "without a number all that wait, run or are parked, oldest first."
    },
    mixinStandardHelpOptions = true)
final class SimOperationsCommand extends SimAction {
  private static final List<String> HEADINGS =
      List.of("OPERATION", "LINE", "KIND", "STATE", "REQUESTED", "MAY RUN AT", "CODE");

  @Parameters(arity = "0..1", paramLabel = "<number>", converter = PhoneNumberArgument.class)
  private Optional<PhoneNumber> line = Optional.empty();

  SimOperationsCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  ExitCode run(Node node, SimDesk desk) {
    var views = line.map(desk::operations).orElseGet(desk::unsettled);
    output()
        .print(
            spec().commandLine().getOut(),
            HEADINGS,
            views.stream().map(SimOperationsCommand::row).toList(),
            views.stream().map(OperationPage::brief).toList());
    return ExitCode.OK;
  }

  private static List<String> row(OperationView view) {
    var operation = view.operation();
    return List.of(
        operation.id().toString(),
        operation.line().toString(),
        OperationPage.word(operation.kind()),
        OperationPage.word(view.state()),
        operation.requestedAt().toString(),
        view.mayRunAt().map(Object::toString).orElse(""),
        view.code().map(Object::toString).orElse(""));
  }
}
