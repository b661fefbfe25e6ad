package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.LineOperation.NetworkChange;
import dev.kaitsu.model.operation.OperationFact.Sent;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.port.out.SimLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Changes a line's network, which locks the line at the SIM operator for a while. */
final class ChangeNetwork implements Act {
  private final SimLines lines;
  private final LineSettings settings;

  ChangeNetwork(SimLines lines, LineSettings settings) {
    this.lines = lines;
    this.settings = settings;
  }

  @Override
  public Readiness readiness(OperationFile file, Instant now) {
    return new Readiness.Ready(Optional.empty());
  }

  @Override
  public Optional<InvoiceId> send(OperationFile file, Sent sent, Instant now) {
    var change = change(file);
    lines.changeNetwork(file.operation().line(), change.network(), change.productNumber());
    return Optional.empty();
  }

  @Override
  public Sight look(OperationFile file, Unanswered lost, Instant now) {
    return lines
        .find(file.operation().line())
        .flatMap(LineDetail::network)
        .<Sight>map(
            shown ->
                shown == change(file).network()
                    ? new Sight.Seen(Optional.empty())
                    : new Sight.NotSeen())
        .orElseGet(() -> new Sight.Unclear("the SIM operator does not show the line's network"));
  }

  /** The change shows only when the lock ends. */
  @Override
  public Duration window() {
    return settings.lock().plus(settings.lookWindow());
  }

  @Override
  public boolean provable() {
    return false;
  }

  @Override
  public FailureCode unclear() {
    return FailureCode.SIM_CHANGE_UNCLEAR;
  }

  private static NetworkChange change(OperationFile file) {
    return (NetworkChange) file.operation().what();
  }
}
