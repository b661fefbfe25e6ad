package dev.kaitsu.sandbox.salesforce.store;

import static dev.kaitsu.sandbox.salesforce.store.Field.checkbox;
import static dev.kaitsu.sandbox.salesforce.store.Field.currency;
import static dev.kaitsu.sandbox.salesforce.store.Field.longText;
import static dev.kaitsu.sandbox.salesforce.store.Field.lookup;
import static dev.kaitsu.sandbox.salesforce.store.Field.number;
import static dev.kaitsu.sandbox.salesforce.store.Field.picklist;
import static dev.kaitsu.sandbox.salesforce.store.Field.text;

import java.util.List;

/** The fields of what can be sold: Product2, its price book entries and the books themselves. */
final class CatalogueFields {
  private CatalogueFields() {}

  static List<Field> product() {
    return List.of(
        text("Name", 255).mandatory(),
        text("ProductCode", 255),
        longText("Description", 4_000),
        checkbox("IsActive"),
        picklist("Family"),
        text("StockKeepingUnit", 180),
        picklist("Product2Categories1__c", "Internet", "SIM", "VPN", "Other"),
        checkbox("Portal_Catalog__c"),
        checkbox("Portal_Accessible__c"),
        picklist("Item_Class__c", "Service", "Installation", "Add-on", "Activation"),
        picklist("Billing_Cycle__c", "Monthly", "Onetime"),
        number("WH_Product_ID__c"),
        text("WH_Product_Name__c", 255),
        longText("Portal_ConfigOptions_JSON__c", 32_768),
        checkbox("Is_Default__c"),
        checkbox("Auto_Add__c"),
        number("Display_Order__c"),
        picklist("Internet_Plan_Tier__c", "Silver", "Gold", "Platinum"),
        picklist("Internet_Offering_Type__c"),
        currency("Internet_Monthly_Price__c"),
        picklist("SIM_Data_Size__c"),
        picklist("SIM_Plan_Type__c"),
        checkbox("SIM_Has_Family_Discount__c"),
        picklist("VPN_Region__c", "USA-SF", "UK-London", "Global"),
        text("Internet_Region__c", 255),
        longText("Eligibility_Condition__c", 1_000),
        longText("Required_Products__c", 1_000),
        longText("Dependent_Products__c", 1_000),
        longText("Mutually_Exclusive__c", 1_000),
        text("Freebit_Plan_Code__c", 40));
  }

  static List<Field> pricebook() {
    return List.of(text("Name", 255).mandatory(), checkbox("IsActive"), checkbox("IsStandard"));
  }

  static List<Field> pricebookEntry() {
    return List.of(
        text("Name", 255).readOnly(),
        lookup("Pricebook2Id", "Pricebook2").mandatory().createOnly(),
        lookup("Product2Id", "Product2").mandatory().createOnly(),
        currency("UnitPrice").mandatory(),
        checkbox("IsActive"),
        text("ProductCode", 255).readOnly());
  }
}
