package dev.kaitsu.adapter.salesforce;

/**
 * A field whose API name may differ from org to org; the names here are those of the portal's org.
 */
public enum SalesforceField {
  ORDER_TYPE("Order", "Type", true),
  ORDER_ACTIVATION_STATUS("Order", "Activation_Status__c", false),
  ORDER_ACTIVATION_TYPE("Order", "Activation_Type__c", true),
  ORDER_ACTIVATION_SCHEDULED_AT("Order", "Activation_Scheduled_At__c", true),
  ORDER_ACTIVATION_ERROR_CODE("Order", "Activation_Error_Code__c", false),
  ORDER_ACTIVATION_ERROR_MESSAGE("Order", "Activation_Error_Message__c", false),
  ORDER_WHMCS_ORDER_ID("Order", "WHMCS_Order_ID__c", false),
  ITEM_WHMCS_SERVICE_ID("OrderItem", "WHMCS_Service_ID__c", false),
  PRODUCT_WHMCS_PRODUCT_ID("Product2", "WH_Product_ID__c", false),
  PRODUCT_BILLING_CYCLE("Product2", "Billing_Cycle__c", false),
  PRODUCT_CONFIG_OPTIONS("Product2", "Portal_ConfigOptions_JSON__c", true),
  PRODUCT_CATEGORY("Product2", "Product2Categories1__c", true),
  PRODUCT_SKU("Product2", "StockKeepingUnit", true),
  OPPORTUNITY_WHMCS_SERVICE_ID("Opportunity", "WHMCS_Service_ID__c", true),
  OPPORTUNITY_WHMCS_REGISTRATION("Opportunity", "WH_Registeration__c", true);

  private final String object;
  private final String defaultName;
  private final boolean dispensable;

  SalesforceField(String object, String defaultName, boolean dispensable) {
    this.object = object;
    this.defaultName = defaultName;
    this.dispensable = dispensable;
  }

  /** The object that the field belongs to, such as {@code Order}. */
  public String object() {
    return object;
  }

  public String defaultName() {
    return defaultName;
  }

  /** Whether an org may do without it: then the setting is {@code off}. */
  public boolean isDispensable() {
    return dispensable;
  }

  /** The environment variable that names the field, such as {@code SF_FIELD_ORDER_TYPE}. */
  public String variable() {
    return "SF_FIELD_" + name();
  }
}
