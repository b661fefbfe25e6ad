package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.LineDesk;
import dev.kaitsu.domain.LineOperationWork;
import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.LineOperation.NetworkChange;
import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationRequest.WhenBusy;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.operation.OperationView;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.port.out.OperationListener;
import dev.kaitsu.testkit.ASim;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryCustomerDirectory;
import dev.kaitsu.testkit.InMemoryInvoices;
import dev.kaitsu.testkit.InMemoryLineOperations;
import dev.kaitsu.testkit.InMemorySimLines;
import dev.kaitsu.testkit.LineRunner;
import dev.kaitsu.testkit.SettableClock;
import dev.kaitsu.testkit.SimOffice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A SIM operator, a billing system and a store in memory, and lines that are managed there. */
final class LineWorld {
  static final PhoneNumber LINE = ASim.line(1);
  static final BillingClientId CLIENT = new BillingClientId(7);
  static final LineOperation TOP_UP =
      new TopUp(CLIENT, 1024, new BigDecimal("550"), Optional.empty());
  static final LineOperation PLAN = new PlanChange(ASim.OTHER_PLAN, Optional.empty());
  static final LineOperation NETWORK = new NetworkChange(NetworkType.FIVE_G, Optional.empty());

  final SettableClock clock = new SettableClock();
  final CrashPoints crashes = new CrashPoints();
  final InMemorySimLines lines = new InMemorySimLines(new SimOffice(), crashes);
  final InMemoryInvoices invoices = new InMemoryInvoices(crashes);
  final InMemoryLineOperations operations = new InMemoryLineOperations(clock, crashes);
  final SimDesk desk;
  final LineOperationWork work;
  final LineRunner runner;
  int heldUp;
  private long lastId;

  LineWorld() {
    this(LineSettings.DEFAULTS);
  }

  LineWorld(LineSettings settings) {
    var clients = new InMemoryCustomerDirectory();
    clients.link(new AccountId("0015g00000SimU1"), CLIENT);
    var ports = new LinePorts(operations, lines, invoices, clients, new Silence());
    desk = new LineDesk(ports, settings, () -> new OperationId(new UUID(0, ++lastId)));
    work = new LineOperationWork(ports, settings, new Time(clock, clock::nanoTime));
    runner = new LineRunner(work, operations, clock);
    lines.office().hasLine(LINE, ASim.PLAN);
    lines.office().hasLine(ASim.line(2), ASim.PLAN);
  }

  /** Takes it on; the answer must be that it was. */
  OperationId ask(LineOperation what) {
    return ask(LINE, what);
  }

  OperationId ask(PhoneNumber line, LineOperation what) {
    var request = new OperationRequest(line, what, "test", Optional.empty(), WhenBusy.QUEUE);
    return ((SimDesk.Answer.Accepted) desk.request(request)).operation().operation().id();
  }

  SimDesk.Answer askNowOrNever(LineOperation what) {
    return desk.request(
        new OperationRequest(LINE, what, "test", Optional.empty(), WhenBusy.REFUSE));
  }

  OperationView view(OperationId id) {
    return desk.operation(id).orElseThrow();
  }

  OperationState state(OperationId id) {
    var state = view(id).state();
    if (operations.stateOf(id) != state) {
      throw new AssertionError("stored as " + operations.stateOf(id) + ", but it is " + state);
    }
    return state;
  }

  void pass(Duration time) {
    runner.runFor(time);
  }

  void minutes(int minutes) {
    pass(Duration.ofMinutes(minutes));
  }

  int quotas() {
    return lines.office().quotasOf(LINE).size();
  }

  int sent(InMemorySimLines.Call call) {
    return lines.script().calls(call);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), LineSettings.DEFAULTS.zone());
  }

  private final class Silence implements OperationListener {
    @Override
    public void requested(Operation operation) {}

    @Override
    public void established(Operation operation, OperationFact fact, OperationState state) {}

    @Override
    public void heldUp(Operation operation, OperationFact.Ineffective last) {
      heldUp++;
    }

    @Override
    public void stranded(int lines) {}
  }
}
