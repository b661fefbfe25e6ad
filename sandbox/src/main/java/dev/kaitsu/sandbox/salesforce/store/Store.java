package dev.kaitsu.sandbox.salesforce.store;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The org's records. Many read at once, one writes; a reader never sees half a transaction. */
public final class Store {
  private final OrgSchema schema;
  private final InstantSource clock;
  private final Map<String, Table> tables = new HashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<BeforeSave> flows = new CopyOnWriteArrayList<>();
  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
  private Optional<Transaction> current = Optional.empty();
  private long commits;

  public Store(OrgSchema schema, InstantSource clock) {
    this.schema = schema;
    this.clock = clock;
    schema.objects().forEach(type -> tables.put(type.name(), new Table(type)));
  }

  public OrgSchema schema() {
    return schema;
  }

  public void beforeSave(BeforeSave flow) {
    flows.add(flow);
  }

  public void onCommit(CommitListener listener) {
    listeners.add(listener);
  }

  /** Runs something that must see one consistent state. */
  public <T> T read(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Runs work as one transaction; an exception undoes it. Inside another write it becomes part of
   * that one, and an exception undoes only this part.
   */
  public <T> T write(Writer writer, Function<Transaction, T> work) {
    lock.writeLock().lock();
    try {
      var outer = current;
      return outer.isPresent() ? part(outer.get(), work) : outermost(writer, work);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T outermost(Writer writer, Function<Transaction, T> work) {
    var transaction =
        new Transaction(this, writer, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    current = Optional.of(transaction);
    T result;
    try {
      result = part(transaction, work);
    } finally {
      current = Optional.empty();
    }
    commit(transaction);
    return result;
  }

  private static <T> T part(Transaction transaction, Function<Transaction, T> work) {
    int mark = transaction.mark();
    try {
      return work.apply(transaction);
    } catch (RuntimeException e) {
      transaction.rollBackTo(mark);
      throw e;
    }
  }

  private void commit(Transaction transaction) {
    var changes = transaction.changes();
    if (changes.isEmpty()) {
      return;
    }
    commits++;
    var time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var key = new UUID(0x0009_5b1c_77a0_4000L + commits, 0x8f3e_21d4_0000_0000L + commits);
    var commit = new Commit(key.toString(), commits, time, transaction.writer(), changes);
    listeners.forEach(listener -> listener.committed(commit));
  }

  /** A record that is there and not in the recycle bin. */
  public Optional<Row> find(String id) {
    return findEvenDeleted(id).filter(row -> !row.isDeleted());
  }

  public Optional<Row> findEvenDeleted(String id) {
    return read(() -> schema.objectOf(id).flatMap(type -> table(type).find(id)));
  }

  /** All rows of an object in order of creation, deleted ones included. */
  public Collection<Row> rows(SObjectType type) {
    return read(() -> new ArrayList<>(table(type).all()));
  }

  /** The rows, deleted ones included, whose lookup points at a record. */
  public List<Row> pointingAt(SObjectType type, String lookupField, String parentId) {
    return read(() -> table(type).pointingAt(lookupField, parentId));
  }

  Row existing(SObjectType type, String id) {
    var row =
        table(type)
            .find(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "NOT_FOUND",
                        "Provided external ID field does not exist or is not accessible: " + id,
                        List.of()));
    if (row.isDeleted()) {
      throw new Refusal(404, "ENTITY_IS_DELETED", "entity is deleted", List.of());
    }
    return row;
  }

  boolean isVisible(String object, String id) {
    return find(id).filter(row -> row.type().name().equals(object)).isPresent();
  }

  void runBeforeSave(SObjectType type, Optional<Row> before, Map<String, Object> values) {
    flows.forEach(flow -> flow.beforeSave(type, before, values));
  }

  Table table(SObjectType type) {
    return Optional.ofNullable(tables.get(type.name()))
        .orElseThrow(() -> new IllegalStateException("the org has no object " + type));
  }
}
