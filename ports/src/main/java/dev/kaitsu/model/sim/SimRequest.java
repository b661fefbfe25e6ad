package dev.kaitsu.model.sim;

import java.util.Optional;

/**
 * Everything that activating one SIM needs, checked: whoever holds one may send it.
 *
 * @param eid of the device; present for an eSIM
 * @param productNumber printed on the card; present for a physical SIM
 * @param portIn present where the number comes from another carrier
 * @param subscriber absent for a new eSIM, which is activated without an identity
 */
public record SimRequest(
    SimKind kind,
    PhoneNumber line,
    PlanCode plan,
    Optional<Eid> eid,
    Optional<ProductNumber> productNumber,
    Optional<PortIn> portIn,
    Optional<Subscriber> subscriber,
    VoiceOptions voice) {

  /**
   * Checks that the parts belong together.
   *
   * @throws IllegalArgumentException if what the kind needs is missing, or something is too much
   */
  public SimRequest {
    if (eid.isPresent() != kind.isEsim()
        || productNumber.isPresent() == kind.isEsim()
        || portIn.isPresent() != kind.isPortIn()
        || subscriber.isEmpty() != (kind == SimKind.ESIM_NEW)) {
      throw new IllegalArgumentException("a SIM request whose parts do not fit " + kind);
    }
  }

  /** Which SIM it is. */
  public SimIdentity identity() {
    return new SimIdentity(kind, line, productNumber, eid);
  }

  /** Without personal data. */
  @Override
  public String toString() {
    return "SimRequest[%s %s]".formatted(kind, line);
  }
}
