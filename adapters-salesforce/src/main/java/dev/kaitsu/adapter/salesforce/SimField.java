package dev.kaitsu.adapter.salesforce;

/**
 * A field that is asked for only of a SIM order. No document names most of them: the names here are
 * to be confirmed with the org's owner, and a field that the org does not have is done without.
 */
public enum SimField {
  ORDER_SIM_TYPE(SimObject.ORDER, "SIM_Type__c"),
  ORDER_EID(SimObject.ORDER, "EID__c"),
  ORDER_VOICE_MAIL(SimObject.ORDER, "SIM_Voice_Mail__c"),
  ORDER_CALL_WAITING(SimObject.ORDER, "SIM_Call_Waiting__c"),
  ORDER_SIM_PHONE_NUMBER(SimObject.ORDER, "SIM_Phone_Number__c"),
  ORDER_SIM_CARD(SimObject.ORDER, "Assign_Physical_SIM__c"),
  ORDER_CONTACT(SimObject.ORDER, "BillToContactId"),
  ORDER_MNP_APPLICATION(SimObject.ORDER, "MNP_Application__c"),
  ORDER_MNP_RESERVATION_NUMBER(SimObject.ORDER, "MNP_Reservation_Number__c"),
  ORDER_MNP_EXPIRY_DATE(SimObject.ORDER, "MNP_Expiry_Date__c"),
  ORDER_MNP_PHONE_NUMBER(SimObject.ORDER, "MNP_Phone_Number__c"),
  ORDER_PORTING_LAST_NAME(SimObject.ORDER, "Porting_LastName__c"),
  ORDER_PORTING_FIRST_NAME(SimObject.ORDER, "Porting_FirstName__c"),
  ORDER_PORTING_LAST_NAME_KANA(SimObject.ORDER, "Porting_LastName_Katakana__c"),
  ORDER_PORTING_FIRST_NAME_KANA(SimObject.ORDER, "Porting_FirstName_Katakana__c"),
  ORDER_PORTING_GENDER(SimObject.ORDER, "Porting_Gender__c"),
  ORDER_PORTING_DATE_OF_BIRTH(SimObject.ORDER, "Porting_DateOfBirth__c"),
  CARD_PHONE_NUMBER(SimObject.CARD, "Phone_Number__c"),
  CARD_PRODUCT_NUMBER(SimObject.CARD, "PT_Number__c"),
  CARD_STATUS(SimObject.CARD, "Status__c"),
  CARD_SIM_TYPE(SimObject.CARD, "SIM_Type__c"),
  CARD_ASSIGNED_ACCOUNT(SimObject.CARD, "Assigned_Account__c"),
  CARD_ASSIGNED_ORDER(SimObject.CARD, "Assigned_Order__c"),
  PRODUCT_PLAN_CODE(SimObject.PRODUCT, "Freebit_Plan_Code__c"),
  CONTACT_LAST_NAME(SimObject.CONTACT, "LastName"),
  CONTACT_FIRST_NAME(SimObject.CONTACT, "FirstName"),
  CONTACT_LAST_NAME_KANA(SimObject.CONTACT, "LastName_Kana__c"),
  CONTACT_FIRST_NAME_KANA(SimObject.CONTACT, "FirstName_Kana__c"),
  CONTACT_GENDER(SimObject.CONTACT, "Gender__c"),
  CONTACT_BIRTHDATE(SimObject.CONTACT, "Birthdate");

  private final SimObject object;
  private final String defaultName;

  SimField(SimObject object, String defaultName) {
    this.object = object;
    this.defaultName = defaultName;
  }

  /** The object that the field belongs to. */
  public SimObject object() {
    return object;
  }

  public String defaultName() {
    return defaultName;
  }

  /** The environment variable that names the field, such as {@code SF_FIELD_ORDER_SIM_TYPE}. */
  public String variable() {
    return "SF_FIELD_" + name();
  }
}
