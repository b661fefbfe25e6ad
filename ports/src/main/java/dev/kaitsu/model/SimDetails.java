package dev.kaitsu.model;

import java.util.List;
import java.util.Optional;

/**
 * What Salesforce says about the SIM of an order, unchecked: the domain judges it. Every field is
 * as written in the org; empty where the org has no such field or no value. Personal data, so it
 * prints without any.
 *
 * @param simType {@code SIM_Type__c}
 * @param phoneNumber {@code SIM_Phone_Number__c}
 * @param eid {@code EID__c}
 * @param voiceMail {@code SIM_Voice_Mail__c}
 * @param callWaiting {@code SIM_Call_Waiting__c}
 * @param planCodes {@code Freebit_Plan_Code__c} of the order's products, one for each unit
 * @param card the SIM card assigned to the order
 * @param portIn what the order says about a number from another carrier; empty if it does not come
 *     from one
 * @param contact the order's bill-to contact
 */
public record SimDetails(
    Optional<String> simType,
    Optional<String> phoneNumber,
    Optional<String> eid,
    boolean voiceMail,
    boolean callWaiting,
    List<String> planCodes,
    Optional<Card> card,
    Optional<Mnp> portIn,
    Optional<Person> contact) {
  public SimDetails {
    planCodes = List.copyOf(planCodes);
  }

  /**
   * A row of {@code SIM_Inventory__c}.
   *
   * @param id its record id
   * @param productNumber {@code PT_Number__c}
   * @param assignedOrder {@code Assigned_Order__c}
   */
  public record Card(
      String id,
      Optional<String> phoneNumber,
      Optional<String> productNumber,
      Optional<String> assignedOrder) {
    @Override
    public String toString() {
      return "Card[" + id + "]";
    }
  }

  /** The order's {@code MNP_…} fields and {@code Porting_…} person. */
  public record Mnp(
      Optional<String> phoneNumber,
      Optional<String> reservationNumber,
      Optional<String> expires,
      Person person) {
    @Override
    public String toString() {
      return "Mnp[…]";
    }
  }

  /** A person as written in the org; dates as {@code YYYY-MM-DD}. */
  public record Person(
      Optional<String> lastName,
      Optional<String> firstName,
      Optional<String> lastNameKana,
      Optional<String> firstNameKana,
      Optional<String> gender,
      Optional<String> birthday) {
    @Override
    public String toString() {
      return "Person[…]";
    }
  }

  @Override
  public String toString() {
    return "SimDetails[…]";
  }
}
