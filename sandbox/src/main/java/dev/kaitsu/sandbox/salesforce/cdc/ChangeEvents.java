package dev.kaitsu.sandbox.salesforce.cdc;

import dev.kaitsu.sandbox.salesforce.cdc.ChangeEventSchema.Slot;
import dev.kaitsu.sandbox.salesforce.store.Change;
import dev.kaitsu.sandbox.salesforce.store.Commit;
import dev.kaitsu.sandbox.salesforce.store.CommitListener;
import dev.kaitsu.sandbox.salesforce.store.OrgSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Change Data Capture of the selected objects: every commit becomes its change events, equal
 * changes of one transaction merged into one event with several record ids.
 */
public final class ChangeEvents implements CommitListener {
  private static final String NO_RECORD = "000000000000000AAA";

  private final EventSink sink;
  private final Map<String, ChangeEventSchema> selected = new LinkedHashMap<>();
  private volatile Telling telling = Telling.WHOLE;

  public ChangeEvents(OrgSchema org, List<String> objects, EventSink sink) {
    this.sink = sink;
    for (var object : objects) {
      var schema = new ChangeEventSchema(org.object(object).orElseThrow());
      selected.put(object, schema);
      sink.define(schema.topic(), schema.schema());
    }
  }

  /** Sets how commits from now on are told; {@link Telling#WHOLE} until then. */
  public void tell(Telling wanted) {
    telling = wanted;
  }

  @Override
  public void committed(Commit commit) {
    var how = telling;
    if (how == Telling.NOTHING) {
      return;
    }
    var merged = new LinkedHashMap<RecordDelta, List<String>>();
    for (var change : commit.changes()) {
      delta(change, how)
          .ifPresent(
              delta -> merged.computeIfAbsent(delta, key -> new ArrayList<>()).add(change.id()));
    }
    int sequence = 0;
    for (var entry : merged.entrySet()) {
      emit(commit, ++sequence, entry.getKey(), named(entry.getValue(), how));
    }
  }

  private static List<String> named(List<String> recordIds, Telling how) {
    return switch (how) {
      case WILDCARD_GAPS -> List.of(recordIds.get(0).substring(0, 3) + "*");
      case OVERFLOW -> List.of(NO_RECORD);
      default -> recordIds;
    };
  }

  private Optional<RecordDelta> delta(Change change, Telling how) {
    return Optional.ofNullable(selected.get(change.type().name()))
        .flatMap(schema -> RecordDelta.of(change, schema, how));
  }

  private void emit(Commit commit, int sequence, RecordDelta delta, List<String> recordIds) {
    var eventSchema = Optional.ofNullable(selected.get(delta.entity())).orElseThrow();
    var event = new GenericData.Record(eventSchema.schema());
    event.put(
        ChangeEventHeader.FIELD,
        ChangeEventHeader.of(
            commit,
            sequence,
            delta.entity(),
            recordIds,
            delta.kind(),
            delta.nulled(),
            delta.changed()));
    var compounds = new HashMap<Integer, GenericRecord>();
    delta.values().forEach((slot, value) -> put(event, slot, AvroTypes.valueOf(value), compounds));
    sink.emit(eventSchema.topic(), event);
  }

  private static void put(
      GenericRecord event, Slot slot, Object value, Map<Integer, GenericRecord> compounds) {
    if (slot.isNested()) {
      var compound =
          compounds.computeIfAbsent(
              slot.position(), position -> nestedRecord(event.getSchema(), position));
      compound.put(slot.component(), value);
      event.put(slot.position(), compound);
    } else {
      event.put(slot.position(), value);
    }
  }

  private static GenericRecord nestedRecord(Schema schema, int position) {
    return new GenericData.Record(schema.getFields().get(position).schema().getTypes().get(1));
  }
}
