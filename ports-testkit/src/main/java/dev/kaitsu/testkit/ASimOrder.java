package dev.kaitsu.testkit;

import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.SimDetails.Card;
import dev.kaitsu.model.SimDetails.Mnp;
import dev.kaitsu.model.SimDetails.Person;
import dev.kaitsu.model.sim.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sample SIMs as Salesforce describes them: ones that can be activated, with one thing changed. */
public final class ASimOrder {
  /** The line of every sample. */
  public static final PhoneNumber LINE = new PhoneNumber("09000001234");

  /** The card of the physical samples. */
  public static final String CARD = "a015g00000SimAAQAZ";

  private static final Person PERSON =
      new Person(
          Optional.of("見本"),
          Optional.of("太郎"),
          Optional.of("ミホン"),
          Optional.of("タロウ"),
          Optional.of("M"),
          Optional.of("1980-04-01"));

  private ASimOrder() {}

  /** A new number on an eSIM. */
  public static SimDetails esim() {
    return new SimDetails(
        Optional.of("eSIM"),
        Optional.of("090-0000-1234"),
        Optional.of("89049032000000000000000000000001"),
        false,
        false,
        List.of("PASI_5G"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(PERSON));
  }

  /** A new number on a card from stock, with voice mail. */
  public static SimDetails physical() {
    return new SimDetails(
        Optional.of("Physical SIM"),
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        List.of("PASI_5G"),
        Optional.of(
            new Card(
                CARD,
                Optional.of(LINE.digits()),
                Optional.of("AX0000000000001"),
                Optional.empty())),
        Optional.empty(),
        Optional.of(PERSON));
  }

  /** The same SIM with a number that comes from another carrier. */
  public static SimDetails portingIn(SimDetails sim) {
    return new SimDetails(
        sim.simType(),
        sim.phoneNumber(),
        sim.eid(),
        sim.voiceMail(),
        sim.callWaiting(),
        sim.planCodes(),
        sim.card(),
        Optional.of(
            new Mnp(
                Optional.of(LINE.digits()),
                Optional.of("1234567890"),
                Optional.of("2099-12-31"),
                PERSON)),
        sim.contact());
  }

  /** The same SIM with other voice options. */
  public static SimDetails withVoice(SimDetails sim, boolean voiceMail, boolean callWaiting) {
    return new SimDetails(
        sim.simType(),
        sim.phoneNumber(),
        sim.eid(),
        voiceMail,
        callWaiting,
        sim.planCodes(),
        sim.card(),
        sim.portIn(),
        sim.contact());
  }

  /** The same SIM on another card. */
  public static SimDetails withCard(SimDetails sim, UnaryOperator<Card> change) {
    return new SimDetails(
        sim.simType(),
        sim.phoneNumber(),
        sim.eid(),
        sim.voiceMail(),
        sim.callWaiting(),
        sim.planCodes(),
        sim.card().map(change),
        sim.portIn(),
        sim.contact());
  }
}
