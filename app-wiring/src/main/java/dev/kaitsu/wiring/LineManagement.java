package dev.kaitsu.wiring;

import dev.kaitsu.adapter.postgres.PostgresStore;
import dev.kaitsu.domain.LineDesk;
import dev.kaitsu.domain.LineOperationWork;
import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.operation.OperationCensus;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.port.in.LineWork;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.port.out.Invoices;
import dev.kaitsu.port.out.SimLines;
import dev.kaitsu.wiring.observe.OperationLog;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** The management of SIM lines, wired. */
final class LineManagement {
  private final LinePorts ports;
  private final LineSettings settings;
  private final LatestFigures<OperationCensus> figures;

  LineManagement(
      PostgresStore store,
      SimLines lines,
      Invoices invoices,
      LineSettings settings,
      Executor beside) {
    var operations = store.lineOperations();
    this.ports =
        new LinePorts(operations, lines, invoices, store.billingClients(), new OperationLog());
    this.settings = settings;
    this.figures = new LatestFigures<>(operations::census, beside, InstantSource.system());
  }

  SimDesk desk() {
    return new LineDesk(ports, settings, () -> new OperationId(UUID.randomUUID()));
  }

  LineWork work() {
    return new LineOperationWork(ports, settings, Time.SYSTEM);
  }

  /** How many operations there are; empty while the database does not answer. */
  Optional<OperationCensus> census() {
    return figures.now();
  }
}
