package dev.kaitsu.model.sim;

import java.util.Optional;

/**
 * Everything that activating one SIM needs, checked: whoever holds one may send it.
 *
 * @param eid of the device; present for an eSIM
 * @param productNumber printed on the card; present for a physical SIM
 * @param portIn present where the number comes from another carrier
 */
public record SimRequest(
    SimKind kind,
    PhoneNumber line,
    PlanCode plan,
    Optional<Eid> eid,
    Optional<ProductNumber> productNumber,
    Optional<PortIn> portIn,
    Subscriber subscriber,
    VoiceOptions voice) {

  /**
   * Checks that the parts belong together.
   *
   * @throws IllegalArgumentException if what the kind needs is missing, or something is too much
   */
  public SimRequest {
    if (eid.isPresent() != kind.isEsim()
        || productNumber.isPresent() == kind.isEsim()
        || portIn.isPresent() != kind.isPortIn()) {
      throw new IllegalArgumentException("a SIM request whose parts do not fit " + kind);
    }
  }
}
