package dev.kaitsu.sandbox.salesforce.cdc;

import dev.kaitsu.sandbox.salesforce.store.Commit;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Field 0 of every change event: which records changed, how, and by whom. */
final class ChangeEventHeader {
  static final String FIELD = "ChangeEventHeader";

  /** The changes a record can undergo here; the schema lists the vendor's others too. */
  enum Kind {
    CREATE,
    UPDATE,
    DELETE,
    GAP_CREATE,
    GAP_UPDATE,
    GAP_DELETE,
    GAP_OVERFLOW
  }

  private static final Schema KIND =
      SchemaBuilder.enumeration("ChangeType")
          .namespace(AvroTypes.NAMESPACE)
          .symbols(
              "CREATE",
              "UPDATE",
              "DELETE",
              "UNDELETE",
              "GAP_CREATE",
              "GAP_UPDATE",
              "GAP_DELETE",
              "GAP_UNDELETE",
              "GAP_OVERFLOW",
              "SNAPSHOT");
  private static final Schema TEXTS = Schema.createArray(Schema.create(Schema.Type.STRING));

  static final Schema SCHEMA =
      AvroTypes.record(FIELD)
          .requiredString("entityName")
          .name("recordIds")
          .type(TEXTS)
          .noDefault()
          .name("changeType")
          .type(KIND)
          .noDefault()
          .requiredString("changeOrigin")
          .requiredString("transactionKey")
          .requiredInt("sequenceNumber")
          .requiredLong("commitTimestamp")
          .requiredLong("commitNumber")
          .requiredString("commitUser")
          .name("nulledFields")
          .type(TEXTS)
          .noDefault()
          .name("diffFields")
          .type(TEXTS)
          .noDefault()
          .name("changedFields")
          .type(TEXTS)
          .noDefault()
          .endRecord();

  private ChangeEventHeader() {}

  static GenericRecord of(
      Commit commit,
      int sequenceNumber,
      String entity,
      List<String> recordIds,
      Kind kind,
      List<String> nulled,
      List<String> changed) {
    var header = new GenericData.Record(SCHEMA);
    header.put("entityName", entity);
    header.put("recordIds", List.copyOf(recordIds));
    header.put("changeType", new GenericData.EnumSymbol(KIND, kind.name()));
    header.put("changeOrigin", commit.writer().origin());
    header.put("transactionKey", commit.key());
    header.put("sequenceNumber", sequenceNumber);
    header.put("commitTimestamp", commit.time().toEpochMilli());
    header.put("commitNumber", commit.number());
    header.put("commitUser", commit.writer().userId());
    header.put("nulledFields", nulled);
    header.put("diffFields", List.of());
    header.put("changedFields", changed);
    return header;
  }
}
