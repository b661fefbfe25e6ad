package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.operation.LineRecord;
import dev.kaitsu.model.operation.OperationKind;
import dev.kaitsu.model.operation.OperationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose turn it is on a line, and when: one operation at a time, the gap between those that count,
 * and nothing while the line is locked. An operation that is under way lets others pass while it
 * may not go on and nothing of it is unanswered. Pure; all times are the store's.
 */
final class Turns {
  private final LineRecord line;
  private final List<OperationFile> files;
  private final LineSettings settings;

  private Turns(LineRecord line, List<OperationFile> files, LineSettings settings) {
    this.line = line;
    this.files = files;
    this.settings = settings;
  }

  static Turns of(LineRecord line, LineSettings settings) {
    return new Turns(line, line.operations().stream().map(OperationFile::of).toList(), settings);
  }

  /** The operation to go on with: the one that is under way, or else the first that may begin. */
  Optional<OperationFile> first() {
    return open()
        .filter(file -> file.unanswered().isPresent())
        .findFirst()
        .or(() -> open().filter(this::holdsTheLine).findFirst())
        .or(() -> open().min(Comparator.comparing(this::mayRunAt)));
  }

  /** When the operation may send something, were it alone. */
  Instant mayRunAt(OperationFile file) {
    return Stream.of(
            Optional.of(file.operation().notBefore()),
            file.triesAt(),
            lockedUntil(),
            Optional.of(file.operation().kind()).flatMap(this::afterGap))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** When a new operation could begin, after all that would go before it. */
  Instant mayBegin(OperationKind kind, Instant notBefore) {
    var waiting = entries();
    var added = new Queue.Entry(kind, notBefore, false);
    waiting.add(added);
    return queue().beginOf(added, waiting);
  }

  /** When a waiting operation could begin, after all that would go before it. */
  Instant mayBegin(OperationFile file) {
    var place = open().map(OperationFile::operation).toList().indexOf(file.operation());
    var waiting = entries();
    return queue().beginOf(waiting.get(place), waiting);
  }

  /** Until when the SIM operator rejects everything for the line, if it does. */
  Optional<Instant> lockedUntil() {
    return files.stream()
        .flatMap(
            file ->
                Stream.of(
                        file.lockedUntil(),
                        file.networkSentAt().map(at -> at.plus(settings.lock())))
                    .flatMap(Optional::stream))
        .max(Comparator.naturalOrder())
        .filter(until -> until.isAfter(line.now()));
  }

  Instant now() {
    return line.now();
  }

  private Queue queue() {
    return new Queue(
        lockedUntil().orElse(line.now()),
        afterGap(OperationKind.PLAN_CHANGE).orElse(line.now()),
        settings);
  }

  private List<Queue.Entry> entries() {
    return open()
        .map(file -> new Queue.Entry(file.operation().kind(), mayRunAt(file), holdsTheLine(file)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Optional<Instant> afterGap(OperationKind kind) {
    return kind.countsForTheGap()
        ? files.stream()
            .flatMap(file -> file.countedAt().stream())
            .max(Comparator.naturalOrder())
            .map(at -> at.plus(settings.gap()))
        : Optional.empty();
  }

  private boolean holdsTheLine(OperationFile file) {
    return file.unanswered().isPresent()
        || (file.state() == OperationState.RUNNING && !mayRunAt(file).isAfter(line.now()));
  }

  private Stream<OperationFile> open() {
    return files.stream().filter(file -> file.state().isOpen());
  }
}
