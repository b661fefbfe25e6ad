package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.store.RecordIds;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import dev.kaitsu.sandbox.salesforce.store.Store;
import dev.kaitsu.sandbox.salesforce.store.Values;
import dev.kaitsu.sandbox.salesforce.store.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The org's records as its own people see and change them: to seed a scenario and to look at its
 * outcome. Values are String, Double (any Number is taken), Boolean, LocalDate and Instant; ids are
 * numbered, so the same seeds make the same ids. Every change makes change events like any other.
 */
public final class OrgData {
  private final Store store;
  private final Writer agent;
  private final String pricebookId;

  OrgData(Store store, Writer agent, String pricebookId) {
    this.store = store;
    this.agent = agent;
    this.pricebookId = pricebookId;
  }

  /** Creates a record of any object and answers its id. */
  public String insert(String object, Map<String, ?> values) {
    var type = type(object);
    return store.write(agent, tx -> tx.insert(type, Values.of(type, values))).id();
  }

  /** Changes fields of a record; a null clears one. */
  public void update(String id, Map<String, ?> values) {
    var row = existing(id);
    store.write(agent, tx -> tx.update(row.type(), row.id(), Values.of(row.type(), values)));
  }

  /** Puts a record into the recycle bin. */
  public void delete(String id) {
    var row = existing(id);
    store.write(
        agent,
        tx -> {
          tx.delete(row.type(), row.id());
          return row;
        });
  }

  /** Makes everything done inside one transaction, with one transactionKey. */
  public <T> T together(Supplier<T> work) {
    return store.write(agent, tx -> work.get());
  }

  /** The values of a record that is not deleted; fields without a value are absent. */
  public Optional<Map<String, Object>> record(String object, String id) {
    return find(id).filter(row -> row.type().equals(type(object))).map(Row::values);
  }

  /** One text field of a record; empty if the field or the record is. */
  public Optional<String> text(String id, String field) {
    return find(id).flatMap(row -> row.text(field));
  }

  /** All records of an object that are not deleted, in order of creation. */
  public List<Map<String, Object>> records(String object) {
    return store.rows(type(object)).stream()
        .filter(row -> !row.isDeleted())
        .map(Row::values)
        .toList();
  }

  public String account(String name) {
    return insert("Account", Map.of("Name", name));
  }

  public ProductSeed product(String sku) {
    return new ProductSeed(this, sku);
  }

  public OrderSeed order(String accountId) {
    return new OrderSeed(this, accountId);
  }

  /** The price book the portal sells from. */
  public String pricebookId() {
    return pricebookId;
  }

  private Optional<Row> find(String id) {
    return RecordIds.normalise(id).flatMap(store::find);
  }

  private Row existing(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("the org has no record " + id));
  }

  private SObjectType type(String object) {
    return store
        .schema()
        .object(object)
        .orElseThrow(() -> new IllegalArgumentException("the org has no object " + object));
  }
}
