package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.store.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What support agents do to orders by hand. */
final class SupportDesk {
  private final OrgData org;
  private final PlatformEvents events;
  private final Writer agent;

  SupportDesk(OrgData org, PlatformEvents events, Writer agent) {
    this.org = org;
    this.events = events;
    this.agent = agent;
  }

  void approve(List<String> orderIds) {
    org.together(
        () -> {
          var approval = activating();
          approval.put("Status", "Approved");
          orderIds.forEach(id -> org.update(id, approval));
          return orderIds;
        });
  }

  void retry(String orderId) {
    org.update(orderId, activating());
  }

  void cancel(String orderId) {
    org.update(orderId, Map.of("Status", "Cancelled"));
  }

  void requestProvisioning(String orderId) {
    events.requestProvisioning(orderId, agent, "requested-again");
  }

  private static Map<String, Object> activating() {
    var values = new HashMap<String, Object>();
    values.put("Activation_Status__c", "Activating");
    values.put("Activation_Error_Code__c", null);
    values.put("Activation_Error_Message__c", null);
    return values;
  }
}
