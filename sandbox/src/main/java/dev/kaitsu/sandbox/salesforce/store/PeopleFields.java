package dev.kaitsu.sandbox.salesforce.store;

import static dev.kaitsu.sandbox.salesforce.store.Field.checkbox;
import static dev.kaitsu.sandbox.salesforce.store.Field.currency;
import static dev.kaitsu.sandbox.salesforce.store.Field.date;
import static dev.kaitsu.sandbox.salesforce.store.Field.lookup;
import static dev.kaitsu.sandbox.salesforce.store.Field.picklist;
import static dev.kaitsu.sandbox.salesforce.store.Field.text;

import java.util.List;

/** The fields of customers and those around them, and of the SIM stock assigned to them. */
final class PeopleFields {
  private PeopleFields() {}

  static List<Field> account() {
    return List.of(
        text("Name", 255).mandatory(),
        lookup("OwnerId", "User"),
        text("Phone", 40),
        text("SF_Account_No__c", 40),
        text("WH_Account__c", 255));
  }

  static List<Field> contact() {
    return List.of(
        lookup("AccountId", "Account"),
        text("LastName", 80).mandatory(),
        text("FirstName", 40),
        text("Name", 121).readOnly(),
        text("Email", 80),
        text("LastName_Kana__c", 80),
        text("FirstName_Kana__c", 80),
        picklist("Gender__c", "Male", "Female", "Corporate/Other"),
        date("Birthdate"));
  }

  static List<Field> opportunity() {
    return List.of(
        lookup("AccountId", "Account"),
        text("Name", 120).mandatory(),
        picklist("StageName", "Introduction", "Ready", "Post Processing", "Active").mandatory(),
        date("CloseDate").mandatory(),
        currency("Amount"),
        text("WHMCS_Service_ID__c", 255),
        text("WH_Registeration__c", 255));
  }

  static List<Field> simInventory() {
    return List.of(
        text("Name", 80),
        text("Phone_Number__c", 40),
        text("PT_Number__c", 15),
        picklist("Status__c"),
        picklist("SIM_Type__c", "eSIM", "Physical SIM"),
        lookup("Assigned_Account__c", "Account"),
        lookup("Assigned_Order__c", "Order"));
  }

  static List<Field> user() {
    return List.of(
        text("Username", 80).mandatory(),
        text("Name", 121),
        text("Email", 128),
        checkbox("IsActive"));
  }

  static List<Field> organization() {
    return List.of(
        text("Name", 80), checkbox("IsSandbox").readOnly(), text("InstanceName", 5).readOnly());
  }
}
