package dev.kaitsu.sandbox.salesforce;

import static dev.kaitsu.sandbox.salesforce.RecordingSink.ITEMS;
import static dev.kaitsu.sandbox.salesforce.RecordingSink.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.cdc.Telling;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change whose content Salesforce lost")
class ChangesWithoutContentTest {
  private final RecordingSink sink = new RecordingSink();
  @AutoClose private final SalesforceEmulator org = SalesforceEmulator.start(sink);
  private String first = "";
  private String second = "";

  @BeforeEach
  void orders() {
    first = org.data().order(org.data().account("Yamada")).create();
    second = org.data().order(org.data().account("Suzuki")).create();
    sink.forget();
  }

  @Test
  @DisplayName("is a gap event that names its record and says nothing else")
  void gap() {
    org.tellChanges(Telling.GAPS);

    org.data().update(first, Map.of("PoNumber", "7"));

    var event = sink.on(ORDERS).get(0);
    assertThat(header(event, "changeType")).hasToString("GAP_UPDATE");
    assertThat(header(event, "recordIds")).isEqualTo(List.of(first));
    assertThat(header(event, "changedFields")).isEqualTo(List.of());
    assertThat(header(event, "nulledFields")).isEqualTo(List.of());
    assertThat(event.getSchema().getFields().stream().skip(1).map(f -> event.get(f.pos())))
        .containsOnlyNulls();
  }

  @Test
  @DisplayName("is a gap of its kind: creation and deletion have their own")
  void kinds() {
    org.tellChanges(Telling.GAPS);

    var third = org.data().order(org.data().account("Sato")).create();
    org.data().delete(third);

    assertThat(sink.on(ORDERS))
        .extracting(event -> header(event, "changeType").toString())
        .containsExactly("GAP_CREATE", "GAP_DELETE");
  }

  @Test
  @DisplayName("of many records at once may name them by a wildcard")
  void wildcard() {
    org.tellChanges(Telling.WILDCARD_GAPS);

    org.data().update(first, Map.of("PoNumber", "7"));

    assertThat(header(sink.on(ORDERS).get(0), "recordIds")).isEqualTo(List.of("801*"));
  }

  @Test
  @DisplayName("in too large a transaction is one event for each object, under the id of no record")
  void overflow() {
    var product = org.data().product("P").billedAs(1, "Monthly").create();
    org.tellChanges(Telling.OVERFLOW);

    org.data()
        .together(
            () -> {
              org.data().update(first, Map.of("PoNumber", "7"));
              org.data().update(second, Map.of("PoNumber", "8"));
              return org.data().order(org.data().account("Sato")).item(product, 1).create();
            });

    assertThat(sink.on(ORDERS)).hasSize(1);
    assertThat(sink.on(ITEMS)).hasSize(1);
    var event = sink.on(ORDERS).get(0);
    assertThat(header(event, "changeType")).hasToString("GAP_OVERFLOW");
    assertThat(header(event, "recordIds")).isEqualTo(List.of("000000000000000AAA"));
  }

  @Test
  @DisplayName("is none where nothing changed; nobody is sure, so that may be told as well")
  void noOps() {
    org.data().update(first, Map.of("Status", "Pending Review"));
    assertThat(sink.on(ORDERS)).isEmpty();

    org.tellChanges(Telling.EVEN_NO_OPS);
    org.data().update(first, Map.of("Status", "Pending Review"));

    var event = sink.on(ORDERS).get(0);
    assertThat(header(event, "changeType")).hasToString("UPDATE");
    assertThat(event.get("Status")).isNull();
    assertThat(event.get("LastModifiedDate")).isNotNull();
  }

  private static Object header(GenericRecord event, String field) {
    return ((GenericRecord) event.get("ChangeEventHeader")).get(field);
  }
}
