package dev.kaitsu.sandbox.salesforce.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Field values as answers show them: a whole Number still has its {@code .0}. */
public final class FieldWriter {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

  private FieldWriter() {}

  /** The {@code attributes} every record begins with. */
  public static ObjectNode attributes(SObjectType type, String id, String version) {
    return Json.object()
        .put("type", type.name())
        .put("url", "/services/data/" + version + "/sobjects/" + type.name() + "/" + id);
  }

  public static JsonNode write(Row row, Field field) {
    return field.type() == FieldType.ADDRESS
        ? address(row, field)
        : row.value(field).map(FieldWriter::scalar).orElse(NullNode.getInstance());
  }

  public static String dateTime(Instant instant) {
    return DATE_TIME.format(instant);
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof Double number) {
      return DoubleNode.valueOf(number);
    }
    if (value instanceof Boolean flag) {
      return BooleanNode.valueOf(flag);
    }
    return TextNode.valueOf(
        value instanceof Instant instant ? dateTime(instant) : value.toString());
  }

  private static JsonNode address(Row row, Field compound) {
    var address = Json.object();
    boolean empty = true;
    for (var component : row.type().componentsOf(compound.name())) {
      var name = component.component().orElseThrow().name();
      address.set(Character.toLowerCase(name.charAt(0)) + name.substring(1), write(row, component));
      empty &= row.value(component).isEmpty();
    }
    return empty ? NullNode.getInstance() : address;
  }
}
