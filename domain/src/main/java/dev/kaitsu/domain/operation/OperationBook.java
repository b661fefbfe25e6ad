package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.operation.LineRecord;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationKind;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationRequest.WhenBusy;
import dev.kaitsu.model.operation.OperationView;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.SimDesk.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes operations on, and shows them. */
public final class OperationBook {
  private static final int SHOWN = 200;

  private final LinePorts ports;
  private final LineSettings settings;
  private final Supplier<OperationId> ids;
  private final Admission admission;
  private final OperationViews views;

  public OperationBook(LinePorts ports, LineSettings settings, Supplier<OperationId> ids) {
    this.ports = ports;
    this.settings = settings;
    this.ids = ids;
    this.admission = new Admission(ports.clients(), settings);
    this.views = new OperationViews(settings);
  }

  /** Takes the operation on, or says why not; a line that changes meanwhile is judged anew. */
  public Answer take(OperationRequest request) {
    while (true) {
      var known = request.key().flatMap(ports.operations()::findKeyed);
      if (known.isPresent()) {
        return knownBefore(known.get(), request);
      }
      var line = ports.operations().recall(request.line(), settings.lookBack());
      var refusal = admission.refusal(request.what(), line.now());
      if (refusal.isPresent()) {
        return refusal.get();
      }
      var operation = operation(request, line.now());
      var mayBegin = Turns.of(line, settings).mayBegin(operation.kind(), operation.notBefore());
      if (request.whenBusy() == WhenBusy.REFUSE && mayBegin.isAfter(operation.notBefore())) {
        var delay = Duration.between(line.now(), operation.notBefore());
        return new Answer.Busy(
            mayBegin.minus(delay),
            mayBegin,
            "another operation on the line goes before, or has just been");
      }
      if (ports.operations().add(operation, line.seq())) {
        ports.listener().requested(operation);
        return new Answer.Accepted(view(operation.id()), false);
      }
    }
  }

  public Optional<OperationView> find(OperationId id) {
    return ports.operations().find(id).map(this::view);
  }

  public List<OperationView> of(PhoneNumber line) {
    var record = recall(line);
    return ports.operations().of(line, SHOWN).stream()
        .map(each -> views.view(each, record))
        .toList();
  }

  public List<OperationView> unsettled() {
    return ports.operations().unsettled(SHOWN).stream().map(this::view).toList();
  }

  private Answer knownBefore(OperationHistory known, OperationRequest request) {
    var operation = known.operation();
    return operation.isFor(request.line(), request.what())
        ? new Answer.Accepted(view(known), true)
        : new Answer.KeyTaken(operation.id());
  }

  private Operation operation(OperationRequest request, Instant now) {
    var notBefore =
        request.what().kind() == OperationKind.NETWORK_CHANGE
            ? now.plus(settings.networkDelay())
            : now;
    return new Operation(
        ids.get(), request.line(), request.what(), request.by(), request.key(), now, notBefore);
  }

  private OperationView view(OperationId id) {
    return view(ports.operations().find(id).orElseThrow());
  }

  private OperationView view(OperationHistory history) {
    return views.view(history, recall(history.operation().line()));
  }

  private LineRecord recall(PhoneNumber line) {
    return ports.operations().recall(line, settings.lookBack());
  }
}
