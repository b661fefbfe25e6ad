package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.store.BeforeSave;
import dev.kaitsu.sandbox.salesforce.store.Change;
import dev.kaitsu.sandbox.salesforce.store.Commit;
import dev.kaitsu.sandbox.salesforce.store.CommitListener;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The org's record-triggered Flow on Order. Before the save: a Status that becomes Approved or
 * Reactivate sets Activating and clears the last error. After the commit: an order that was
 * approved so, or became Activating by other means, is announced by platform event.
 */
final class ApprovalFlow implements BeforeSave, CommitListener {
  private static final Set<String> TRIGGERS = Set.of("Approved", "Reactivate");

  private final PlatformEvents events;

  ApprovalFlow(PlatformEvents events) {
    this.events = events;
  }

  @Override
  public void beforeSave(SObjectType type, Optional<Row> before, Map<String, Object> values) {
    if (!type.name().equals("Order")) {
      return;
    }
    var status = Optional.ofNullable(values.get("Status"));
    if (status.filter(TRIGGERS::contains).isPresent()
        && !status.equals(before.flatMap(row -> row.value("Status")))) {
      values.put("Activation_Status__c", "Activating");
      values.remove("Activation_Error_Code__c");
      values.remove("Activation_Error_Message__c");
    }
  }

  @Override
  public void committed(Commit commit) {
    for (var change : commit.changes()) {
      if (change.type().name().equals("Order")
          && (became(change, "Status", TRIGGERS)
              || became(change, "Activation_Status__c", Set.of("Activating")))) {
        events.requestProvisioning(change.id(), commit.writer(), commit.key());
      }
    }
  }

  private static boolean became(Change change, String field, Set<String> values) {
    return change.changed(field)
        && change.after().flatMap(row -> row.text(field)).filter(values::contains).isPresent();
  }
}
