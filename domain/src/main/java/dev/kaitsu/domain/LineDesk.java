package dev.kaitsu.domain;

import dev.kaitsu.domain.operation.OperationBook;
import dev.kaitsu.domain.operation.OperatorActs;
import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationView;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.Usage;
import dev.kaitsu.port.in.SimDesk;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers people and scripts about lines, and takes their requests. */
public final class LineDesk implements SimDesk {
  private final LinePorts ports;
  private final OperationBook book;
  private final OperatorActs acts;

  /**
   * Wires the desk.
   *
   * @param ids gives every operation an id of its own
   */
  @Inject
  public LineDesk(LinePorts ports, LineSettings settings, Supplier<OperationId> ids) {
    this.ports = ports;
    this.book = new OperationBook(ports, settings, ids);
    this.acts = new OperatorActs(ports, book);
  }

  @Override
  public Optional<LineDetail> details(PhoneNumber line) {
    return ports.lines().find(line);
  }

  @Override
  public Usage usage(PhoneNumber line) {
    return ports.lines().usage(line);
  }

  @Override
  public Answer request(OperationRequest request) {
    return book.take(request);
  }

  @Override
  public List<OperationView> operations(PhoneNumber line) {
    return book.of(line);
  }

  @Override
  public List<OperationView> unsettled() {
    return book.unsettled();
  }

  @Override
  public Optional<OperationView> operation(OperationId id) {
    return book.find(id);
  }

  @Override
  public Change cancel(OperationId id, String by) {
    return acts.cancel(id, by);
  }

  @Override
  public Change settle(OperationId id, boolean done, String by) {
    return acts.settle(id, done, by);
  }

  @Override
  public Change retry(OperationId id, String by) {
    return acts.retry(id, by);
  }
}
