package dev.kaitsu.testkit;

import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.Gender;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.PortIn;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.model.sim.Subscriber;
import dev.kaitsu.model.sim.VoiceOptions;
import java.time.LocalDate;
import java.util.Optional;

/** Sample SIMs; all numbers and people are fictional. */
public final class ASim {
  public static final PlanCode PLAN = new PlanCode("PASI_10G");
  public static final PlanCode OTHER_PLAN = new PlanCode("PASI_50G");
  public static final Eid EID = new Eid("89000000000000000000000000004711");
  public static final ProductNumber CARD = new ProductNumber("AX0000000000815");
  public static final PortIn PORT_IN =
      new PortIn("1234509876", Optional.of(LocalDate.of(2026, 12, 31)));
  public static final Subscriber SUBSCRIBER =
      new Subscriber("開通", "花子", "カイツウ", "ハナコ", Gender.WOMAN, LocalDate.of(1990, 1, 2));

  private ASim() {}

  /** The n-th line, for n up to 99999. */
  public static PhoneNumber line(int n) {
    return new PhoneNumber("090000%05d".formatted(n));
  }

  /** All that activating this line takes: voice mail is on, call waiting off. */
  public static SimRequest request(SimKind kind, PhoneNumber line) {
    return new SimRequest(
        kind,
        line,
        PLAN,
        Optional.of(EID).filter(any -> kind.isEsim()),
        Optional.of(CARD).filter(any -> !kind.isEsim()),
        Optional.of(PORT_IN).filter(any -> kind.isPortIn()),
        SUBSCRIBER,
        new VoiceOptions(true, false));
  }
}
