package dev.kaitsu.sandbox.salesforce.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes that take effect together or not at all. Usable only inside {@link Store#write}. */
public final class Transaction {
  private final Store store;
  private final Writer writer;
  private final Instant time;
  private final List<Change> log = new ArrayList<>();

  Transaction(Store store, Writer writer, Instant time) {
    this.store = store;
    this.writer = writer;
    this.time = time;
  }

  public Writer writer() {
    return writer;
  }

  /**
   * Creates a record.
   *
   * @throws Refusal when a check of the platform fails
   */
  public Row insert(SObjectType type, Map<String, Optional<Object>> written) {
    var values = new LinkedHashMap<String, Object>();
    long number = store.table(type).nextNumber();
    var id = RecordIds.numbered(type.keyPrefix(), number);
    values.put("Id", id);
    for (var field : type.fields()) {
      if (field.type() == FieldType.CHECKBOX) {
        values.put(field.name(), false);
      }
    }
    Defaults.apply(type, number, values);
    values.put("CreatedDate", time);
    values.put("CreatedById", writer.userId());
    return save(type, id, Optional.empty(), values, written);
  }

  /**
   * Changes fields of a record; an empty value clears the field.
   *
   * @throws Refusal when the record is gone or a check of the platform fails
   */
  public Row update(SObjectType type, String id, Map<String, Optional<Object>> written) {
    var before = store.existing(type, id);
    return save(type, id, Optional.of(before), new LinkedHashMap<>(before.values()), written);
  }

  /** Puts a record into the recycle bin. */
  public void delete(SObjectType type, String id) {
    var before = store.existing(type, id);
    var values = new LinkedHashMap<>(before.values());
    values.put("IsDeleted", true);
    stamp(values);
    put(new Change(type, id, Optional.of(before), Optional.of(new Row(type, id, values))));
  }

  /** Undoes everything done so far. */
  public void rollBack() {
    rollBackTo(0);
  }

  int mark() {
    return log.size();
  }

  void rollBackTo(int mark) {
    for (int i = log.size() - 1; i >= mark; i--) {
      var undone = log.remove(i);
      var table = store.table(undone.type());
      undone.before().ifPresentOrElse(table::put, () -> table.remove(undone.id()));
    }
  }

  /** One net change per record. */
  List<Change> changes() {
    var net = new LinkedHashMap<String, Change>();
    for (var change : log) {
      net.merge(
          change.id(),
          change,
          (first, next) -> new Change(first.type(), first.id(), first.before(), next.after()));
    }
    return List.copyOf(net.values());
  }

  private Row save(
      SObjectType type,
      String id,
      Optional<Row> before,
      Map<String, Object> values,
      Map<String, Optional<Object>> written) {
    written.forEach(
        (name, value) ->
            value.ifPresentOrElse(v -> values.put(name, v), () -> clear(type, name, values)));
    store.runBeforeSave(type, before, values);
    Validation.check(type, written, values, store::isVisible);
    stamp(values);
    var after = new Row(type, id, values);
    put(new Change(type, id, before, Optional.of(after)));
    return after;
  }

  /** A checkbox has no empty state: cleared, it is false. */
  private static void clear(SObjectType type, String name, Map<String, Object> values) {
    if (type.field(name).filter(field -> field.type() == FieldType.CHECKBOX).isPresent()) {
      values.put(name, false);
    } else {
      values.remove(name);
    }
  }

  private void stamp(Map<String, Object> values) {
    values.put("LastModifiedDate", time);
    values.put("LastModifiedById", writer.userId());
    values.put("SystemModstamp", time);
  }

  private void put(Change change) {
    log.add(change);
    change.after().ifPresent(store.table(change.type())::put);
  }
}
