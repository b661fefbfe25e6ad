package dev.kaitsu.cli;

import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.sim.PlanCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes a line's plan, at once or on a day. */
@Command(
    name = "change-plan",
    description = "Changes a line's plan, at once or on a day.",
    mixinStandardHelpOptions = true)
final class SimChangePlanCommand extends SimOperationRequest {
  @Option(
      names = "--plan",
      required = true,
      paramLabel = "<code>",
      description = "The plan's code.")
  private String plan = "";

  @Option(
      names = "--on",
      paramLabel = "<day>",
      description = "The day from which it holds, such as 2027-01-31; left out: at once.")
  private Optional<LocalDate> on = Optional.empty();

  SimChangePlanCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  LineOperation what() {
    return new LineOperation.PlanChange(new PlanCode(plan), on);
  }
}
