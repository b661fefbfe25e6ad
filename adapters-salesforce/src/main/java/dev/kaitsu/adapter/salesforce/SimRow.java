package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.SimDetails.Card;
import dev.kaitsu.model.SimDetails.Mnp;
import dev.kaitsu.model.SimDetails.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One row with SIM fields, translated as it is: what is odd is left for the domain to judge. */
final class SimRow {
  private static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
  private static final Set<String> YES = Set.of("true", "yes", "on", "1", "10");
  private static final Set<String> NO = Set.of("false", "no", "off", "0", "20", "none");

  private final JsonNode row;
  private final List<SimField> known;
  private final KnownSimFields names;

  SimRow(JsonNode row, List<SimField> known, KnownSimFields names) {
    this.row = row;
    this.known = known;
    this.names = names;
  }

  Optional<String> text(SimField field) {
    return known.contains(field) ? Json.text(row, names.name(field)) : Optional.empty();
  }

  /** A record id that may go into a query. */
  Optional<String> id(SimField field) {
    return text(field).filter(RECORD_ID.asMatchPredicate());
  }

  SimDetails details(List<String> plans, Optional<SimRow> card, Optional<SimRow> contact) {
    return new SimDetails(
        text(SimField.ORDER_SIM_TYPE),
        text(SimField.ORDER_SIM_PHONE_NUMBER),
        text(SimField.ORDER_EID),
        isYes(SimField.ORDER_VOICE_MAIL),
        isYes(SimField.ORDER_CALL_WAITING),
        plans,
        card.map(SimRow::card),
        isPortIn() ? Optional.of(portIn()) : Optional.empty(),
        contact.map(SimRow::contact));
  }

  private boolean isYes(SimField field) {
    return text(field).filter(value -> YES.contains(value.toLowerCase(Locale.ROOT))).isPresent();
  }

  /**
   * Whether the number comes from another carrier. A word that nobody foresaw counts as yes: a
   * number that should be kept must never be lost to a new one.
   */
  private boolean isPortIn() {
    return text(SimField.ORDER_MNP_APPLICATION)
        .map(value -> !NO.contains(value.toLowerCase(Locale.ROOT)))
        .orElseGet(() -> text(SimField.ORDER_MNP_RESERVATION_NUMBER).isPresent());
  }

  private Mnp portIn() {
    return new Mnp(
        text(SimField.ORDER_MNP_PHONE_NUMBER),
        text(SimField.ORDER_MNP_RESERVATION_NUMBER),
        text(SimField.ORDER_MNP_EXPIRY_DATE),
        new Person(
            text(SimField.ORDER_PORTING_LAST_NAME),
            text(SimField.ORDER_PORTING_FIRST_NAME),
            text(SimField.ORDER_PORTING_LAST_NAME_KANA),
            text(SimField.ORDER_PORTING_FIRST_NAME_KANA),
            text(SimField.ORDER_PORTING_GENDER),
            text(SimField.ORDER_PORTING_DATE_OF_BIRTH)));
  }

  private Card card() {
    return new Card(
        Json.text(row, "Id").orElseThrow(),
        text(SimField.CARD_PHONE_NUMBER),
        text(SimField.CARD_PRODUCT_NUMBER),
        text(SimField.CARD_ASSIGNED_ORDER));
  }

  private Person contact() {
    return new Person(
        text(SimField.CONTACT_LAST_NAME),
        text(SimField.CONTACT_FIRST_NAME),
        text(SimField.CONTACT_LAST_NAME_KANA),
        text(SimField.CONTACT_FIRST_NAME_KANA),
        text(SimField.CONTACT_GENDER),
        text(SimField.CONTACT_BIRTHDATE));
  }
}
