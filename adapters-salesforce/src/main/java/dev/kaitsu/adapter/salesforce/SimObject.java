package dev.kaitsu.adapter.salesforce;

/** An object that says something about a SIM. */
public enum SimObject {
  ORDER("Order"),
  CARD("SIM_Inventory__c"),
  PRODUCT("Product2"),
  CONTACT("Contact");

  private final String apiName;

  SimObject(String apiName) {
    this.apiName = apiName;
  }

  /** As Salesforce names it. */
  public String apiName() {
    return apiName;
  }
}
