package dev.kaitsu.model;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why an order failed, as written to {@code Activation_Error_Code__c}. A closed, documented list:
 * reports count these, so a code is never renamed.
 */
public enum FailureCode {
  /** The customer has no payment method in the billing system. */
  PAYMENT_METHOD_MISSING("PAYMENT_METHOD_MISSING"),
  /** The order's account has no row in {@code id_mappings}, or the order has no account. */
  MAPPING_CUSTOMER_MISSING("MAPPING_CUSTOMER_MISSING"),
  /** The order has no lines. */
  MAPPING_NO_LINES("MAPPING_NO_LINES"),
  /** A product has no {@code WH_Product_ID__c}, or one that is no positive whole number. */
  MAPPING_PRODUCT_ID("MAPPING_PRODUCT_ID"),
  /** A product has no {@code Billing_Cycle__c}, or one that billing does not know. */
  MAPPING_BILLING_CYCLE("MAPPING_BILLING_CYCLE"),
  /** A line's quantity is not a whole number from 1 to 100. */
  MAPPING_QUANTITY("MAPPING_QUANTITY"),
  /** A product's {@code Portal_ConfigOptions_JSON__c} is no map of numbers. */
  MAPPING_CONFIG_OPTIONS("MAPPING_CONFIG_OPTIONS"),
  /** {@code Activation_Type__c} is Scheduled, but {@code Activation_Scheduled_At__c} is empty. */
  MAPPING_SCHEDULE("MAPPING_SCHEDULE"),
  /** A SIM order, and this installation has no SIM activation. */
  SIM_NOT_CONFIGURED("SIM_NOT_CONFIGURED"),
  /** {@code SIM_Type__c} is empty, or names neither an eSIM nor a physical SIM. */
  SIM_TYPE("SIM_TYPE"),
  /** The order's or the SIM card's phone number is missing or none, or the two differ. */
  SIM_PHONE_NUMBER("SIM_PHONE_NUMBER"),
  /** {@code EID__c} is missing or not 32 digits. */
  SIM_EID("SIM_EID"),
  /** No SIM card is assigned to the order, or one that is assigned to another order. */
  SIM_INVENTORY("SIM_INVENTORY"),
  /** The SIM card's {@code PT_Number__c} is missing or not 2 capital letters and 13 digits. */
  SIM_PRODUCT_NUMBER("SIM_PRODUCT_NUMBER"),
  /**
   * No product of the order has a {@code Freebit_Plan_Code__c}, or several name different plans.
   */
  SIM_PLAN_CODE("SIM_PLAN_CODE"),
  /** {@code MNP_Reservation_Number__c} is missing or not 10 digits. */
  SIM_MNP_RESERVATION("SIM_MNP_RESERVATION"),
  /** {@code MNP_Expiry_Date__c} is no date, or past. */
  SIM_MNP_EXPIRY("SIM_MNP_EXPIRY"),
  /** The subscriber's name in kanji is missing or too long. */
  SIM_NAME("SIM_NAME"),
  /** The subscriber's name in kana is missing, or not katakana. */
  SIM_NAME_KANA("SIM_NAME_KANA"),
  /** The subscriber's gender is missing or unknown. */
  SIM_GENDER("SIM_GENDER"),
  /** The subscriber's birthday is missing, no date, or not in the past. */
  SIM_BIRTHDAY("SIM_BIRTHDAY"),
  /** An earlier attempt has, or may have, activated another SIM for this order. */
  SIM_ORDER_CHANGED("SIM_ORDER_CHANGED"),
  /** The line is in service already, or belongs to another order. */
  SIM_LINE_IN_USE("SIM_LINE_IN_USE"),
  /** After a lost answer nobody can tell whether the SIM is active: a person must say it. */
  SIM_ACTIVATION_UNCLEAR("SIM_ACTIVATION_UNCLEAR"),
  /** The SIM operator does not know the line (its code 210). */
  SIM_ACCOUNT_ABSENT("SIM_ACCOUNT_ABSENT"),
  /** The SIM operator does not take this combination of values (its code 400-356). */
  SIM_COMBINATION_REFUSED("SIM_COMBINATION_REFUSED"),
  /** A change of the line is running at the SIM operator, which refuses others meanwhile. */
  SIM_LINE_LOCKED("SIM_LINE_LOCKED"),
  /** The SIM operator refused for a reason of its own, given in the message. */
  SIM_REFUSED("SIM_REFUSED"),
  /** The SIM operator refused our credentials. */
  SIM_ACCESS_REFUSED("SIM_ACCESS_REFUSED"),
  /** The SIM operator answered something that cannot be read as an answer. */
  SIM_ANSWER_UNREADABLE("SIM_ANSWER_UNREADABLE"),
  /** No such plan is on the list of those that lines may be changed to. */
  SIM_PLAN_UNKNOWN("SIM_PLAN_UNKNOWN"),
  /** The day for which something was asked lies in the past. */
  SIM_DATE_PAST("SIM_DATE_PAST"),
  /** After a lost answer nobody can tell whether the line was changed: a person must say it. */
  SIM_CHANGE_UNCLEAR("SIM_CHANGE_UNCLEAR"),
  /** The client has paid, and the SIM operator refuses to add the data. */
  SIM_PAID_NOT_ADDED("SIM_PAID_NOT_ADDED"),
  /** The client's means of payment was refused; nothing was charged. */
  PAYMENT_REFUSED("PAYMENT_REFUSED"),
  /** After a lost answer nobody can tell whether the client was charged: a person must say it. */
  PAYMENT_UNCLEAR("PAYMENT_UNCLEAR"),
  /** The invoice was cancelled, or otherwise closed, before it was paid. */
  INVOICE_CLOSED("INVOICE_CLOSED"),
  /** The billing system refused the order for a reason of its own, given in the message. */
  BILLING_REFUSED("BILLING_REFUSED"),
  /** The billing system refused our credentials, our address, or the action to our role. */
  BILLING_ACCESS_REFUSED("BILLING_ACCESS_REFUSED"),
  /** The billing system answered something that cannot be read as an answer. */
  BILLING_ANSWER_UNREADABLE("BILLING_ANSWER_UNREADABLE"),
  /** The billing order that belongs to this order is cancelled. */
  BILLING_ORDER_CANCELLED("BILLING_ORDER_CANCELLED"),
  /** The billing order that belongs to this order is marked as fraud. */
  BILLING_ORDER_FRAUD("BILLING_ORDER_FRAUD"),
  /** The billing order is gone, or in a state that only a person can judge. */
  BILLING_ORDER_UNCLEAR("BILLING_ORDER_UNCLEAR"),
  /** After a lost answer an order without our marker appeared: a person must say whose it is. */
  BILLING_ORDER_UNMARKED("BILLING_ORDER_UNMARKED"),
  /** The billing order was accepted, but setting up a service failed. */
  BILLING_SETUP_FAILED("BILLING_SETUP_FAILED"),
  /** Salesforce refused to let us read or write. */
  SALESFORCE_REFUSED("SALESFORCE_REFUSED"),
  /** The order is live in billing, but Salesforce refuses to be told so, in the words given. */
  SALESFORCE_RESULT_REFUSED("SALESFORCE_RESULT_REFUSED"),
  /** Salesforce's API calls of the org for 24 hours are used up. */
  SALESFORCE_CALLS_USED_UP("SALESFORCE_CALLS_USED_UP"),
  HTTP_400("400"),
  HTTP_403("403"),
  HTTP_404("404"),
  HTTP_429("429"),
  HTTP_500("500"),
  HTTP_502("502"),
  HTTP_503("503"),
  HTTP_504("504"),
  /** The other system did not answer in time. */
  ETIMEOUT("ETIMEOUT"),
  /** The connection broke before the answer was complete. */
  ECONNRESET("ECONNRESET"),
  /** Nothing listens at the other system's address. */
  ECONNREFUSED("ECONNREFUSED"),
  /** The other system's host name is unknown. */
  ENOTFOUND("ENOTFOUND"),
  /** Work on the order died again and again at the same place; what is in place is unknown. */
  TAKEOVER_LIMIT("TAKEOVER_LIMIT"),
  /** A defect of Kaitsu; what is in place is unknown. */
  INTERNAL_ERROR("INTERNAL_ERROR");

  private static final Map<String, FailureCode> BY_CODE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(FailureCode::code, each -> each));

  private final String code;

  FailureCode(String code) {
    this.code = code;
  }

  /** The text written to Salesforce. */
  public String code() {
    return code;
  }

  /**
   * Reads a code as it is written.
   *
   * @throws IllegalArgumentException if no code is written so
   */
  public static FailureCode of(String code) {
    var found = BY_CODE.get(code);
    if (found == null) {
      throw new IllegalArgumentException("not a failure code: '" + code + "'");
    }
    return found;
  }

  /** The code of an HTTP status that is no success; unlisted ones fall to their class's first. */
  public static FailureCode ofHttpStatus(int status) {
    var exact = BY_CODE.get(Integer.toString(status));
    if (exact != null) {
      return exact;
    }
    return status >= 500 ? HTTP_500 : HTTP_400;
  }

  @Override
  public String toString() {
    return code;
  }
}
