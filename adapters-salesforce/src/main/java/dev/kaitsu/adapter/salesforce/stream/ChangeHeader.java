package dev.kaitsu.adapter.salesforce.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private static final Logger LOG = LoggerFactory.getLogger(ChangeHeader.class);
  private static final String FIELD = "ChangeEventHeader";
  private static final String NO_RECORD = "000000000000000";

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

  /**
   * The records it names, in our words; without wildcards such as {@code 801*} and the id that
   * stands for no record.
   */
  <T> List<T> records(Function<String, T> id) {
    List<T> named = new ArrayList<>();
    for (String text : recordIds) {
      try {
        if (!text.startsWith(NO_RECORD)) {
          named.add(id.apply(text));
        }
      } catch (IllegalArgumentException wildcard) {
        LOG.debug(
            "A change event of {} stands for records that it does not name", entity, wildcard);
      }
    }
    return named;
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
