package dev.kaitsu.testkit;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.LineRecord;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.model.operation.OperationCensus;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.LineOperations;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operations in memory, with the engine's rules: one job per line, each claim fences others. */
public final class InMemoryLineOperations implements LineOperations {
  private final SettableClock clock;
  private final CrashPoints crashes;
  private final Map<PhoneNumber, StoredLine> lines = new LinkedHashMap<>();
  private final Map<OperationId, StoredOperation> operations = new LinkedHashMap<>();
  private Optional<Runnable> standstill = Optional.empty();
  private int losesIn;
  private int failsIn;

  public InMemoryLineOperations(SettableClock clock, CrashPoints crashes) {
    this.clock = clock;
    this.crashes = crashes;
  }

  /** The n-th write from now fails although it is in place: the connection broke in the commit. */
  public synchronized void losesTheAnswer(int n) {
    losesIn = n;
  }

  /** The n-th write from now fails, and nothing of it is in place. */
  public synchronized void fails(int n) {
    failsIn = n;
  }

  /** The process stands still right after the next write, and something happens meanwhile. */
  public synchronized void standsStillAfterNextWrite(Runnable meanwhile) {
    standstill = Optional.of(meanwhile);
  }

  @Override
  public synchronized LineRecord recall(PhoneNumber line, Duration lookBack) {
    var since = clock.instant().minus(lookBack);
    var known = Optional.ofNullable(lines.get(line));
    var recent =
        known.stream()
            .flatMap(each -> each.operations().stream())
            .map(operations::get)
            .filter(each -> each.state().isOpen() || each.touchedAt().isAfter(since))
            .map(StoredOperation::history)
            .toList();
    long seq = known.map(each -> (long) each.operations().size()).orElse(0L);
    return new LineRecord(line, seq, recent, clock.instant());
  }

  @Override
  public synchronized boolean add(Operation operation, long seq) {
    return write(
        () -> {
          var line =
              lines.computeIfAbsent(
                  operation.line(), number -> new StoredLine(lines.size() + 1L, number));
          if (line.operations().size() != seq || operation.key().flatMap(this::keyed).isPresent()) {
            return false;
          }
          operations.put(operation.id(), new StoredOperation(operation));
          line.add(operation.id(), clock.instant());
          return true;
        });
  }

  @Override
  public synchronized Optional<OperationHistory> find(OperationId operation) {
    return Optional.ofNullable(operations.get(operation)).map(StoredOperation::history);
  }

  @Override
  public synchronized Optional<OperationHistory> findKeyed(String key) {
    return keyed(key).map(StoredOperation::history);
  }

  @Override
  public synchronized boolean record(LineClaim claim, OperationAddition addition) {
    return write(
        () -> {
          known(claim.line()).check(claim);
          return stored(addition.operation()).add(addition, clock.instant());
        });
  }

  @Override
  public synchronized boolean state(OperationAddition addition) {
    return write(
        () -> {
          var operation = stored(addition.operation());
          boolean added = operation.add(addition, clock.instant());
          if (added) {
            known(operation.operation().line()).wish(clock.instant());
          }
          return added;
        });
  }

  @Override
  public synchronized List<OperationHistory> of(PhoneNumber line, int most) {
    var ids =
        new ArrayList<>(
            Optional.ofNullable(lines.get(line)).map(StoredLine::operations).orElse(List.of()));
    Collections.reverse(ids);
    return ids.stream().limit(most).map(id -> stored(id).history()).toList();
  }

  @Override
  public synchronized List<OperationHistory> unsettled(int most) {
    return operations.values().stream()
        .filter(each -> !each.state().isOver())
        .limit(most)
        .map(StoredOperation::history)
        .toList();
  }

  @Override
  public synchronized OperationCensus census() {
    var counts =
        operations.values().stream()
            .collect(
                Collectors.groupingBy(
                    each -> Map.entry(each.operation().kind(), each.state()),
                    Collectors.counting()));
    var overdue =
        open()
            .map(each -> Duration.between(each.operation().notBefore(), clock.instant()))
            .filter(each -> !each.isNegative())
            .max(Comparator.naturalOrder());
    return new OperationCensus(
        counts.entrySet().stream()
            .map(
                each ->
                    new OperationCensus.Count(
                        each.getKey().getKey(), each.getKey().getValue(), each.getValue()))
            .toList(),
        overdue.orElse(Duration.ZERO));
  }

  @Override
  public synchronized int planStranded() {
    var stranded = stranded();
    stranded.forEach(line -> known(line).wish(clock.instant()));
    return stranded.size();
  }

  /** The lines that have an open operation and no job planned; there should be none. */
  public synchronized List<PhoneNumber> stranded() {
    return open()
        .map(each -> each.operation().line())
        .distinct()
        .filter(line -> known(line).isIdle())
        .toList();
  }

  /** The line's job is lost, as no engine should lose one. */
  public synchronized void forgetsJob(PhoneNumber line) {
    known(line).forgetJob();
  }

  /** Begins work as the engine does. */
  public synchronized LineClaim claim(PhoneNumber line) {
    return known(line).claim();
  }

  /** Ends work as the engine does. */
  public synchronized void complete(LineClaim claim, WorkOutcome outcome) {
    known(claim.line()).complete(claim, outcome, clock.instant());
  }

  /** The work died: unless somebody took over before, it is begun anew at that time. */
  public synchronized void takeOver(LineClaim claim, Instant at) {
    known(claim.line()).takeOver(claim, at);
  }

  /** The line whose look is due first. */
  public synchronized Optional<PhoneNumber> nextDue() {
    return lines.values().stream()
        .filter(line -> line.due().isPresent())
        .min(Comparator.comparing(line -> line.due().orElseThrow()))
        .map(StoredLine::number);
  }

  /** When the line is looked at next. */
  public synchronized Optional<Instant> dueAt(PhoneNumber line) {
    return Optional.ofNullable(lines.get(line)).flatMap(StoredLine::due);
  }

  /** Where the operation stands, by what was stored with its facts. */
  public synchronized OperationState stateOf(OperationId operation) {
    return stored(operation).state();
  }

  private Stream<StoredOperation> open() {
    return operations.values().stream().filter(each -> each.state().isOpen());
  }

  private Optional<StoredOperation> keyed(String key) {
    return operations.values().stream()
        .filter(each -> each.operation().key().filter(key::equals).isPresent())
        .findFirst();
  }

  private StoredOperation stored(OperationId operation) {
    return Optional.ofNullable(operations.get(operation)).orElseThrow();
  }

  private StoredLine known(PhoneNumber line) {
    return Optional.ofNullable(lines.get(line)).orElseThrow();
  }

  private <T> T write(Supplier<T> transaction) {
    crashes.pass("before a durable write");
    boolean fails = failsIn == 1;
    boolean loses = losesIn == 1;
    failsIn = Math.max(0, failsIn - 1);
    losesIn = Math.max(0, losesIn - 1);
    if (fails) {
      throw away();
    }
    T answer = transaction.get();
    crashes.pass("after a durable write");
    var meanwhile = standstill;
    standstill = Optional.empty();
    meanwhile.ifPresent(Runnable::run);
    if (loses) {
      throw away();
    }
    return answer;
  }

  private static StoreException away() {
    return new StoreException("the store does not answer (scripted)", new IOException("lost"));
  }
}
