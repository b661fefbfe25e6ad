package dev.kaitsu.adapter.salesforce.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/**
 * What a change event tells about itself.
 *
 * @param recordIds several where the same change was made to several records
 * @param changed the fields an UPDATE changed, those set to null among them
 */
record ChangeHeader(
    String entity,
    List<String> recordIds,
    String changeType,
    String transaction,
    String sequence,
    Optional<Instant> committedAt,
    Set<String> changed) {
  private static final String FIELD = "ChangeEventHeader";

  static ChangeHeader of(GenericRecord event) {
    if (!(EventFields.value(event, FIELD).orElse("") instanceof GenericRecord header)) {
      throw new UnreadableEventException(
          "%s has no %s".formatted(event.getSchema().getName(), FIELD));
    }
    // The nulled ones are among the changed ones; to be safe against a header that forgets.
    var changed = FieldBitmaps.names(event.getSchema(), EventFields.texts(header, "changedFields"));
    changed.addAll(
        FieldBitmaps.names(event.getSchema(), EventFields.texts(header, "nulledFields")));
    return new ChangeHeader(
        EventFields.text(header, "entityName").orElse(""),
        EventFields.texts(header, "recordIds"),
        EventFields.text(header, "changeType").orElse(""),
        EventFields.text(header, "transactionKey").orElse(""),
        EventFields.text(header, "sequenceNumber").orElse(""),
        EventFields.time(header, "commitTimestamp"),
        changed);
  }

  /** Equal for two deliveries of the event; its own id is no promise of the vendor's here. */
  String key(Arrival arrival) {
    if (transaction.isBlank()) {
      return arrival.key();
    }
    var first = recordIds.isEmpty() ? "" : recordIds.get(0);
    return Arrival.key(String.join("/", transaction, sequence, entity, first, changeType));
  }
}
