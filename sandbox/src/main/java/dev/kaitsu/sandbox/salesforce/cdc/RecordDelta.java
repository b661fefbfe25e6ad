package dev.kaitsu.sandbox.salesforce.cdc;

import dev.kaitsu.sandbox.salesforce.cdc.ChangeEventHeader.Kind;
import dev.kaitsu.sandbox.salesforce.cdc.ChangeEventSchema.Slot;
import dev.kaitsu.sandbox.salesforce.store.Change;
import dev.kaitsu.sandbox.salesforce.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one change event says about a record. Two records with equal deltas in one transaction share
 * an event.
 *
 * @param values what the body carries
 */
record RecordDelta(
    String entity, Kind kind, Map<Slot, Object> values, List<String> nulled, List<String> changed) {

  /** The delta of a change; empty when nothing changed that an event would tell. */
  static Optional<RecordDelta> of(Change change, ChangeEventSchema schema, Telling telling) {
    return whole(change, schema, telling == Telling.EVEN_NO_OPS)
        .map(delta -> isWhole(telling) ? delta : delta.without(telling));
  }

  private static boolean isWhole(Telling telling) {
    return telling == Telling.WHOLE || telling == Telling.EVEN_NO_OPS;
  }

  private RecordDelta without(Telling telling) {
    var gap = telling == Telling.OVERFLOW ? Kind.GAP_OVERFLOW : Kind.valueOf("GAP_" + kind);
    return new RecordDelta(entity, gap, Map.of(), List.of(), List.of());
  }

  private static Optional<RecordDelta> whole(
      Change change, ChangeEventSchema schema, boolean noOps) {
    if (change.isDelete()) {
      return change.before().filter(row -> !row.isDeleted()).map(row -> bare(change));
    }
    var after = change.after().orElseThrow();
    return change
        .before()
        .map(before -> update(change, before, after, schema, noOps))
        .orElseGet(() -> Optional.of(creation(change, after, schema)));
  }

  private static RecordDelta bare(Change change) {
    return new RecordDelta(change.type().name(), Kind.DELETE, Map.of(), List.of(), List.of());
  }

  private static RecordDelta creation(Change change, Row after, ChangeEventSchema schema) {
    var values = new LinkedHashMap<Slot, Object>();
    for (var slot : schema.slots()) {
      after.value(slot.field()).ifPresent(value -> values.put(slot, value));
    }
    return new RecordDelta(change.type().name(), Kind.CREATE, values, List.of(), List.of());
  }

  /** LastModifiedDate comes along with every change but is none by itself. */
  private static Optional<RecordDelta> update(
      Change change, Row before, Row after, ChangeEventSchema schema, boolean noOps) {
    var values = new LinkedHashMap<Slot, Object>();
    var changed = new Bitmaps();
    var nulled = new Bitmaps();
    boolean told = noOps;
    for (var slot : schema.slots()) {
      boolean stamp = slot.field().name().equals("LastModifiedDate");
      var now = after.value(slot.field());
      if (now.equals(before.value(slot.field())) && !stamp) {
        continue;
      }
      told |= !stamp && !slot.field().name().equals("LastModifiedById");
      mark(changed, slot);
      now.ifPresentOrElse(value -> values.put(slot, value), () -> mark(nulled, slot));
    }
    return told
        ? Optional.of(
            new RecordDelta(
                change.type().name(), Kind.UPDATE, values, nulled.elements(), changed.elements()))
        : Optional.empty();
  }

  private static void mark(Bitmaps bitmaps, Slot slot) {
    if (slot.isNested()) {
      bitmaps.set(slot.position(), slot.component());
    } else {
      bitmaps.set(slot.position());
    }
  }
}
