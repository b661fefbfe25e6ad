package dev.kaitsu.sandbox.salesforce.store;

import dev.kaitsu.sandbox.salesforce.store.SObjectType.Children;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects and fields of the portal's org; relationship and key prefix names are Salesforce's.
 */
public final class PortalOrg {
  private PortalOrg() {}

  public static OrgSchema schema() {
    return new OrgSchema(
        List.of(
            object(
                "Order",
                "801",
                OrderFields.order(),
                new Children("OrderItems", "OrderItem", "OrderId")),
            object("OrderItem", "802", OrderFields.orderItem()),
            object(
                "Product2",
                "01t",
                CatalogueFields.product(),
                new Children("PricebookEntries", "PricebookEntry", "Product2Id")),
            object("Pricebook2", "01s", CatalogueFields.pricebook()),
            object("PricebookEntry", "01u", CatalogueFields.pricebookEntry()),
            object(
                "Account",
                "001",
                PeopleFields.account(),
                new Children("Orders", "Order", "AccountId"),
                new Children("Contacts", "Contact", "AccountId"),
                new Children("Opportunities", "Opportunity", "AccountId")),
            object("Contact", "003", PeopleFields.contact()),
            object(
                "Opportunity",
                "006",
                PeopleFields.opportunity(),
                new Children("Orders", "Order", "OpportunityId")),
            object("SIM_Inventory__c", "a0S", PeopleFields.simInventory()),
            object("User", "005", PeopleFields.user()),
            object("Organization", "00D", PeopleFields.organization())));
  }

  private static SObjectType object(
      String name, String keyPrefix, List<Field> own, Children... children) {
    var fields = new ArrayList<Field>();
    fields.add(Field.of("Id", FieldType.ID).readOnly());
    own.stream().filter(field -> !isCustom(field)).forEach(fields::add);
    fields.add(Field.checkbox("IsDeleted").readOnly());
    fields.add(Field.datetime("CreatedDate").readOnly());
    fields.add(Field.lookup("CreatedById", "User").readOnly());
    fields.add(Field.datetime("LastModifiedDate").readOnly());
    fields.add(Field.lookup("LastModifiedById", "User").readOnly());
    fields.add(Field.datetime("SystemModstamp").readOnly());
    own.stream().filter(PortalOrg::isCustom).forEach(fields::add);
    return new SObjectType(name, keyPrefix, fields, List.of(children));
  }

  private static boolean isCustom(Field field) {
    return field.name().endsWith("__c");
  }
}
