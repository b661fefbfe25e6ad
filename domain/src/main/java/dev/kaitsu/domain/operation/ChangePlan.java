package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.OperationFact.Sent;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.port.out.SimLines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Changes a line's plan; on a day that has passed while it waited, at once. */
final class ChangePlan implements Act {
  private final SimLines lines;
  private final LineSettings settings;

  ChangePlan(SimLines lines, LineSettings settings) {
    this.lines = lines;
    this.settings = settings;
  }

  @Override
  public Readiness readiness(OperationFile file, Instant now) {
    return new Readiness.Ready(Optional.empty());
  }

  @Override
  public Optional<InvoiceId> send(OperationFile file, Sent sent, Instant now) {
    var today = today(now);
    var day = change(file).on().filter(on -> !on.isBefore(today));
    lines.changePlan(file.operation().line(), change(file).plan(), day);
    return Optional.empty();
  }

  @Override
  public Sight look(OperationFile file, Unanswered lost, Instant now) {
    if (change(file).on().filter(on -> on.isAfter(today(now))).isPresent()) {
      return new Sight.Blind("a change of plan for a later day cannot be seen before that day");
    }
    return lines
        .find(file.operation().line())
        .flatMap(LineDetail::plan)
        .map(shown -> seen(shown.equals(change(file).plan())))
        .orElseGet(() -> new Sight.Unclear("the SIM operator does not show the line's plan"));
  }

  @Override
  public Duration window() {
    return settings.lookWindow();
  }

  @Override
  public boolean provable() {
    return false;
  }

  @Override
  public FailureCode unclear() {
    return FailureCode.SIM_CHANGE_UNCLEAR;
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, settings.zone());
  }

  private static Sight seen(boolean there) {
    return there ? new Sight.Seen(Optional.empty()) : new Sight.NotSeen();
  }

  private static PlanChange change(OperationFile file) {
    return (PlanChange) file.operation().what();
  }
}
