package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.SimKind;
import java.util.Optional;

/** Which number the line gets. */
final class LineNumber {
  private LineNumber() {}

  /**
   * A ported number is the order's; a physical SIM's new number is its card's, and the order, where
   * it names one, must name the same.
   */
  static PhoneNumber of(SimKind kind, SimDetails details, Optional<SimCard> card)
      throws SimRefused {
    if (kind.isPortIn()) {
      var ported = details.portIn().flatMap(SimDetails.Mnp::phoneNumber);
      return ported.isPresent()
          ? read("MNP_Phone_Number__c", ported)
          : read("SIM_Phone_Number__c", details.phoneNumber());
    }
    if (card.isEmpty()) {
      return read("SIM_Phone_Number__c", details.phoneNumber());
    }
    var number = read("the SIM card's Phone_Number__c", card.get().phoneNumber());
    if (details.phoneNumber().isPresent()
        && !read("SIM_Phone_Number__c", details.phoneNumber()).equals(number)) {
      throw new SimRefused(
          FailureCode.SIM_PHONE_NUMBER,
          "SIM_Phone_Number__c and the SIM card's Phone_Number__c differ");
    }
    return number;
  }

  private static PhoneNumber read(String field, Optional<String> value) throws SimRefused {
    return Field.read(
        FailureCode.SIM_PHONE_NUMBER,
        field,
        Field.required(FailureCode.SIM_PHONE_NUMBER, field, value),
        PhoneNumber::new);
  }
}
