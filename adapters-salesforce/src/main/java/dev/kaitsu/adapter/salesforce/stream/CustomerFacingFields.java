package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.SalesforceField;
import dev.kaitsu.adapter.salesforce.SalesforceFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of an order that the customer sees, as change events name them. */
final class CustomerFacingFields {
  private static final List<String> FIXED =
      List.of(
          "Status",
          "TotalAmount",
          "EffectiveDate",
          "Installation_Type__c",
          "Access_Mode__c",
          "Hikari_Denwa__c",
          "VPN_Region__c",
          "SIM_Type__c",
          "EID__c",
          "Address_Changed__c");
  private static final List<String> ADDRESS_PARTS =
      List.of("Street", "City", "State", "StateCode", "PostalCode", "Country", "CountryCode");

  private CustomerFacingFields() {}

  static Set<String> names(SalesforceFields fields) {
    var names = new HashSet<>(FIXED);
    Stream.of(SalesforceField.ORDER_TYPE, SalesforceField.ORDER_ACTIVATION_TYPE)
        .filter(fields::has)
        .map(fields::name)
        .forEach(names::add);
    // As a whole, by its parts, and flat as some orgs' events have it.
    names.add("BillingAddress");
    ADDRESS_PARTS.forEach(part -> names.add("BillingAddress." + part));
    ADDRESS_PARTS.forEach(part -> names.add("Billing" + part));
    return Set.copyOf(names);
  }
}
