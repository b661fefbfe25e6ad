package dev.kaitsu.sandbox.salesforce.store;

import static dev.kaitsu.sandbox.salesforce.store.Field.checkbox;
import static dev.kaitsu.sandbox.salesforce.store.Field.currency;
import static dev.kaitsu.sandbox.salesforce.store.Field.date;
import static dev.kaitsu.sandbox.salesforce.store.Field.datetime;
import static dev.kaitsu.sandbox.salesforce.store.Field.longText;
import static dev.kaitsu.sandbox.salesforce.store.Field.lookup;
import static dev.kaitsu.sandbox.salesforce.store.Field.number;
import static dev.kaitsu.sandbox.salesforce.store.Field.picklist;
import static dev.kaitsu.sandbox.salesforce.store.Field.restricted;
import static dev.kaitsu.sandbox.salesforce.store.Field.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of Order and OrderItem. Order has more than 64 of them, as real ones do, so that a
 * change bitmap outgrows a long.
 */
final class OrderFields {
  private OrderFields() {}

  static List<Field> order() {
    var fields = new ArrayList<Field>();
    fields.addAll(
        List.of(
            lookup("OwnerId", "User"),
            lookup("AccountId", "Account").mandatory(),
            lookup("Pricebook2Id", "Pricebook2"),
            lookup("OpportunityId", "Opportunity"),
            date("EffectiveDate").mandatory(),
            date("EndDate"),
            checkbox("IsReductionOrder").readOnly(),
            restricted(
                    "Status",
                    "Draft",
                    "Pending Review",
                    "Approved",
                    "Reactivate",
                    "Completed",
                    "Processed",
                    "Cancelled")
                .mandatory(),
            longText("Description", 32_000),
            lookup("CustomerAuthorizedById", "Contact"),
            date("CustomerAuthorizedDate"),
            lookup("CompanyAuthorizedById", "User"),
            date("CompanyAuthorizedDate"),
            picklist("Type", "Internet", "SIM", "VPN", "Other")));
    fields.addAll(Addresses.of("Billing"));
    fields.addAll(Addresses.of("Shipping"));
    fields.addAll(
        List.of(
            text("Name", 80),
            date("PoDate"),
            text("PoNumber", 80),
            text("OrderReferenceNumber", 80),
            lookup("BillToContactId", "Contact"),
            lookup("ShipToContactId", "Contact"),
            datetime("ActivatedDate").readOnly(),
            lookup("ActivatedById", "User").readOnly(),
            picklist("StatusCode", "Draft", "Activated").readOnly(),
            text("OrderNumber", 30).readOnly(),
            currency("TotalAmount").readOnly()));
    fields.addAll(internet());
    fields.addAll(sim());
    fields.addAll(activation());
    return fields;
  }

  private static List<Field> internet() {
    return List.of(
        picklist("Order_Type__c", "Internet", "SIM", "VPN", "Other"),
        picklist("Internet_Plan_Tier__c", "Silver", "Gold", "Platinum"),
        picklist("Installation_Type__c"),
        checkbox("Weekend_Install__c"),
        picklist("Access_Mode__c"),
        checkbox("Hikari_Denwa__c"),
        picklist("VPN_Region__c", "USA-SF", "UK-London", "Global"),
        checkbox("Address_Changed__c"),
        text("Portal_User_ID__c", 36),
        longText("Portal_Notes__c", 32_000),
        text("Campaign_Code__c", 40),
        checkbox("Terms_Accepted__c"),
        datetime("Terms_Accepted_At__c"),
        datetime("Reviewed_At__c"),
        lookup("Reviewed_By__c", "User"));
  }

  private static List<Field> sim() {
    return List.of(
        picklist("SIM_Type__c", "eSIM", "Physical SIM"),
        text("EID__c", 32),
        checkbox("SIM_Voice_Mail__c"),
        checkbox("SIM_Call_Waiting__c"),
        text("SIM_Phone_Number__c", 40),
        lookup("Assign_Physical_SIM__c", "SIM_Inventory__c"),
        checkbox("MNP_Application__c"),
        text("MNP_Reservation_Number__c", 10),
        date("MNP_Expiry_Date__c"),
        text("MNP_Phone_Number__c", 40),
        text("Porting_LastName__c", 80),
        text("Porting_FirstName__c", 80),
        text("Porting_LastName_Katakana__c", 80),
        text("Porting_FirstName_Katakana__c", 80),
        picklist("Porting_Gender__c", "Male", "Female", "Corporate/Other"),
        date("Porting_DateOfBirth__c"));
  }

  private static List<Field> activation() {
    return List.of(
        picklist("Activation_Type__c", "Immediate", "Scheduled"),
        datetime("Activation_Scheduled_At__c"),
        restricted("Activation_Status__c", "Activating", "Activated", "Failed"),
        text("Activation_Error_Code__c", 255),
        text("Activation_Error_Message__c", 255),
        text("WHMCS_Order_ID__c", 255));
  }

  static List<Field> orderItem() {
    return List.of(
        lookup("OrderId", "Order").mandatory().createOnly(),
        lookup("PricebookEntryId", "PricebookEntry").mandatory().createOnly(),
        lookup("Product2Id", "Product2").createOnly(),
        number("Quantity").mandatory(),
        currency("UnitPrice"),
        currency("ListPrice").readOnly(),
        currency("TotalPrice").readOnly(),
        date("ServiceDate"),
        date("EndDate"),
        text("Description", 255),
        text("OrderItemNumber", 30).readOnly(),
        picklist("Billing_Cycle__c", "Monthly", "Onetime"),
        text("WHMCS_Service_ID__c", 255));
  }
}
