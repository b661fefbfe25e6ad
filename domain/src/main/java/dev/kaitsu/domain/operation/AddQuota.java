package dev.kaitsu.domain.operation;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationFact.Sent;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.port.out.SimLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Adds the data that was paid for. */
final class AddQuota implements Act {
  private final SimLines lines;
  private final Duration window;

  AddQuota(SimLines lines, Duration window) {
    this.lines = lines;
    this.window = window;
  }

  @Override
  public Readiness readiness(OperationFile file, Instant now) {
    boolean there =
        file.tried().contains(OperationCall.QUOTA)
            && lines.hasQuota(file.operation().line(), code(file)).orElse(false);
    return there
        ? new Readiness.Superfluous(Optional.empty())
        : new Readiness.Ready(Optional.empty());
  }

  @Override
  public Optional<InvoiceId> send(OperationFile file, Sent sent, Instant now) {
    var topUp = (TopUp) file.operation().what();
    var quota = new Quota(topUp.megabytes(), code(file), topUp.expires());
    lines.addQuota(file.operation().line(), quota);
    return Optional.empty();
  }

  @Override
  public Sight look(OperationFile file, Unanswered lost, Instant now) {
    return lines
        .hasQuota(file.operation().line(), code(file))
        .<Sight>map(there -> there ? new Sight.Seen(Optional.empty()) : new Sight.NotSeen())
        .orElseGet(() -> new Sight.Blind("the history of quotas cannot be read here"));
  }

  @Override
  public Duration window() {
    return window;
  }

  @Override
  public boolean provable() {
    return true;
  }

  @Override
  public FailureCode unclear() {
    return FailureCode.SIM_CHANGE_UNCLEAR;
  }

  /** The client has paid: somebody must give the data or the money back. */
  @Override
  public Optional<FailureCode> parksRefusalAs() {
    return Optional.of(FailureCode.SIM_PAID_NOT_ADDED);
  }

  private static String code(OperationFile file) {
    return file.operation().id().reference();
  }
}
