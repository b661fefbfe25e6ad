package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.PortIn;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the reservation of a number that comes from another carrier. */
final class PortInReading {
  private PortInReading() {}

  static PortIn of(SimDetails.Mnp mnp, LocalDate today) throws SimRefused {
    var number =
        Field.required(
                FailureCode.SIM_MNP_RESERVATION,
                "MNP_Reservation_Number__c",
                mnp.reservationNumber())
            .replace("-", "");
    var expires = expiry(mnp.expires(), today);
    return Field.read(
        FailureCode.SIM_MNP_RESERVATION,
        "MNP_Reservation_Number__c",
        number,
        digits -> new PortIn(digits, expires));
  }

  private static Optional<LocalDate> expiry(Optional<String> written, LocalDate today)
      throws SimRefused {
    if (written.filter(text -> !text.isBlank()).isEmpty()) {
      return Optional.empty();
    }
    var date = Dates.read(FailureCode.SIM_MNP_EXPIRY, "MNP_Expiry_Date__c", written.get());
    if (date.isBefore(today)) {
      throw new SimRefused(
          FailureCode.SIM_MNP_EXPIRY,
          "MNP_Expiry_Date__c is past: the reservation expired on " + date);
    }
    return Optional.of(date);
  }
}
