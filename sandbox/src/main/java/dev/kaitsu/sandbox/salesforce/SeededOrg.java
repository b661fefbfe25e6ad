package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.store.Store;
import dev.kaitsu.sandbox.salesforce.store.Writer;
import java.util.Map;

/** What every org has from its first day: itself, two users and the portal's price book. */
record SeededOrg(String organizationId, Writer integrationUser, Writer agent, OrgData data) {

  static SeededOrg in(Store store) {
    store.beforeSave(new OrderItemPricing(store));
    var setUp = new OrgData(store, new Writer("005000000000000AAA", ""), "");
    var organizationId = setUp.insert("Organization", Map.of("Name", "Portal sandbox"));
    var integration =
        setUp.insert(
            "User", Map.of("Username", "integration@portal.invalid", "Name", "Integration User"));
    var agent =
        setUp.insert("User", Map.of("Username", "agent@portal.invalid", "Name", "Support Agent"));
    var pricebook = setUp.insert("Pricebook2", Map.of("Name", "Portal"));
    var agentWriter = new Writer(agent, "");
    return new SeededOrg(
        organizationId,
        new Writer(integration, ""),
        agentWriter,
        new OrgData(store, agentWriter, pricebook));
  }
}
