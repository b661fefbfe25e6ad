package dev.kaitsu.domain.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.SimDetails.Card;
import dev.kaitsu.model.SimDetails.Mnp;
import dev.kaitsu.model.SimDetails.Person;
import dev.kaitsu.model.sim.Gender;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.Subscriber;
import dev.kaitsu.testkit.ASimOrder;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.SettableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A SIM is mapped whole, or refused with the field's name and without its value")
class SimMappingTest {
  private static final SimDetails ESIM = ASimOrder.esim();
  private static final SimDetails CARD = ASimOrder.physical();
  private static final SimDetails PORTING = ASimOrder.portingIn(ESIM);

  @ParameterizedTest
  @ValueSource(strings = {"eSIM", "ESIM", "e-SIM", "esim"})
  @DisplayName("an eSIM may be written in several ways")
  void esim(String type) throws SimRefused {
    assertThat(map(withType(ESIM, type)).kind()).isEqualTo(SimKind.ESIM_NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Physical SIM", "physical", "Physical"})
  @DisplayName("a physical SIM may be written in several ways")
  void physical(String type) throws SimRefused {
    assertThat(map(withType(CARD, type)).kind()).isEqualTo(SimKind.PHYSICAL_NEW);
  }

  @Test
  @DisplayName("a ported number is the order's, its person the one who holds it elsewhere")
  void portIn() throws SimRefused {
    var request = map(PORTING);

    assertThat(request.kind()).isEqualTo(SimKind.ESIM_PORT_IN);
    assertThat(request.line()).isEqualTo(ASimOrder.LINE);
    assertThat(request.portIn().orElseThrow().expires()).contains(LocalDate.of(2099, 12, 31));
    assertThat(request.subscriber())
        .contains(new Subscriber("見本", "太郎", "ミホン", "タロウ", Gender.MAN, LocalDate.of(1980, 4, 1)));
  }

  @Test
  @DisplayName("a new eSIM asks for no person")
  void newEsimNeedsNobody() throws SimRefused {
    assertThat(map(withContact(ESIM, Optional.empty())).subscriber()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"M, MAN", "male, MAN", "F, WOMAN", "W, WOMAN", "Female, WOMAN", "C, CORPORATE"})
  @DisplayName("Salesforce's F is a woman, as is W")
  void gender(String written, Gender gender) throws SimRefused {
    var subscriber = map(withContact(CARD, person(each -> with(each, 4, written)))).subscriber();
    assertThat(subscriber.orElseThrow().gender()).isEqualTo(gender);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({"みほん, ミホン", "ﾐﾎﾝ, ミホン", "ｶﾞｯｺｳ, ガッコウ", "ミホン, ミホン", "サマー, サマー"})
  @DisplayName("kana are turned into full-width katakana")
  void kana(String written, String wide) throws SimRefused {
    var subscriber = map(withContact(CARD, person(each -> with(each, 2, written)))).subscriber();
    assertThat(subscriber.orElseThrow().lastNameKana()).isEqualTo(wide);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(FailureCode.SIM_TYPE, "SIM_Type__c", withType(ESIM, "")),
        fault(FailureCode.SIM_TYPE, "SIM_Type__c", withType(ESIM, "nano")),
        fault(FailureCode.SIM_PHONE_NUMBER, "SIM_Phone_Number__c", withPhone(ESIM, null)),
        fault(FailureCode.SIM_PHONE_NUMBER, "SIM_Phone_Number__c", withPhone(ESIM, "0312345678")),
        fault(FailureCode.SIM_PHONE_NUMBER, "SIM_Phone_Number__c", withPhone(ESIM, "09O00001234")),
        fault(FailureCode.SIM_PHONE_NUMBER, "differ", withPhone(CARD, "09000009999")),
        fault(FailureCode.SIM_EID, "EID__c", withEid(ESIM, null)),
        fault(FailureCode.SIM_EID, "EID__c", withEid(ESIM, "8904903200000000000000000000000")),
        fault(FailureCode.SIM_PLAN_CODE, "Freebit_Plan_Code__c", withPlans(ESIM)),
        fault(FailureCode.SIM_PLAN_CODE, "Freebit_Plan_Code__c", withPlans(ESIM, "A", "B")),
        fault(FailureCode.SIM_PLAN_CODE, "Quantity", withPlans(ESIM, "A", "A")),
        fault(FailureCode.SIM_INVENTORY, "Assign_Physical_SIM__c", withCard(null)),
        fault(
            FailureCode.SIM_INVENTORY,
            "Assigned_Order__c",
            withCard(card("AX0000000000001", "8015g00000AbCdFAAV"))),
        fault(FailureCode.SIM_PRODUCT_NUMBER, "PT_Number__c", withCard(card("", null))),
        fault(
            FailureCode.SIM_PRODUCT_NUMBER, "PT_Number__c", withCard(card("ax000000000001", null))),
        fault(FailureCode.SIM_MNP_RESERVATION, "MNP_Reservation_Number__c", porting("123", "")),
        fault(FailureCode.SIM_MNP_EXPIRY, "MNP_Expiry_Date__c", porting("1234567890", "soon")),
        fault(
            FailureCode.SIM_MNP_EXPIRY, "MNP_Expiry_Date__c", porting("1234567890", "2026-11-19")),
        fault(FailureCode.SIM_NAME, "BillToContactId", withContact(CARD, Optional.empty())),
        fault(FailureCode.SIM_NAME, "LastName", contactWith(0, " ")),
        fault(FailureCode.SIM_NAME_KANA, "FirstName_Kana__c", contactWith(3, "Taro")),
        fault(FailureCode.SIM_GENDER, "Gender__c", contactWith(4, "X")),
        fault(FailureCode.SIM_BIRTHDAY, "Birthdate", contactWith(5, "1980/04/01")),
        fault(FailureCode.SIM_BIRTHDAY, "Birthdate", contactWith(5, "2026-11-20")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  @DisplayName("a fault names its field and repeats no value")
  void refuses(FailureCode code, String field, SimDetails details) {
    var refused = refusalOf(details);

    assertThat(refused.why().code()).isEqualTo(code);
    assertThat(refused.why().reason()).contains(field);
    assertThat(refused.why().reason())
        .doesNotContain("0900000", "0312345678", "89049032", "Taro", "1980");
  }

  @Test
  @DisplayName("the reservation's last day is still good in Japan")
  void lastDay() throws SimRefused {
    assertThat(map(porting("1234567890", "2026-11-20")).portIn()).isPresent();
  }

  private static SimRefused refusalOf(SimDetails details) {
    try {
      throw new AssertionError("mapped: " + map(details));
    } catch (SimRefused refused) {
      return refused;
    }
  }

  private static dev.kaitsu.model.sim.SimRequest map(SimDetails details) throws SimRefused {
    return SimMapping.map(AnOrder.ID, details, SettableClock.START);
  }

  private static Arguments fault(FailureCode code, String field, SimDetails details) {
    return Arguments.of(code, field, details);
  }

  private static SimDetails withType(SimDetails sim, String type) {
    return copy(sim, Optional.of(type), sim.phoneNumber(), sim.eid(), sim.planCodes());
  }

  private static SimDetails withPhone(SimDetails sim, String phone) {
    return copy(sim, sim.simType(), Optional.ofNullable(phone), sim.eid(), sim.planCodes());
  }

  private static SimDetails withEid(SimDetails sim, String eid) {
    return copy(sim, sim.simType(), sim.phoneNumber(), Optional.ofNullable(eid), sim.planCodes());
  }

  private static SimDetails withPlans(SimDetails sim, String... plans) {
    return copy(sim, sim.simType(), sim.phoneNumber(), sim.eid(), List.of(plans));
  }

  private static SimDetails copy(
      SimDetails sim,
      Optional<String> type,
      Optional<String> phone,
      Optional<String> eid,
      List<String> plans) {
    return new SimDetails(
        type,
        phone,
        eid,
        sim.voiceMail(),
        sim.callWaiting(),
        plans,
        sim.card(),
        sim.portIn(),
        sim.contact());
  }

  private static SimDetails withCard(Card card) {
    return new SimDetails(
        CARD.simType(),
        CARD.phoneNumber(),
        CARD.eid(),
        true,
        false,
        CARD.planCodes(),
        Optional.ofNullable(card),
        Optional.empty(),
        CARD.contact());
  }

  private static Card card(String number, String assignedTo) {
    return new Card(
        ASimOrder.CARD,
        Optional.of(ASimOrder.LINE.digits()),
        Optional.of(number),
        Optional.ofNullable(assignedTo));
  }

  private static SimDetails porting(String reservation, String expires) {
    var mnp = PORTING.portIn().orElseThrow();
    return new SimDetails(
        ESIM.simType(),
        ESIM.phoneNumber(),
        ESIM.eid(),
        false,
        false,
        ESIM.planCodes(),
        Optional.empty(),
        Optional.of(
            new Mnp(
                mnp.phoneNumber(), Optional.of(reservation), Optional.of(expires), mnp.person())),
        ESIM.contact());
  }

  private static SimDetails withContact(SimDetails sim, Optional<Person> contact) {
    return new SimDetails(
        sim.simType(),
        sim.phoneNumber(),
        sim.eid(),
        sim.voiceMail(),
        sim.callWaiting(),
        sim.planCodes(),
        sim.card(),
        sim.portIn(),
        contact);
  }

  private static SimDetails contactWith(int field, String value) {
    return withContact(CARD, person(each -> with(each, field, value)));
  }

  private static Optional<Person> person(UnaryOperator<List<String>> change) {
    var fields = change.apply(List.of("見本", "太郎", "ミホン", "タロウ", "M", "1980-04-01"));
    return Optional.of(
        new Person(
            Optional.of(fields.get(0)),
            Optional.of(fields.get(1)),
            Optional.of(fields.get(2)),
            Optional.of(fields.get(3)),
            Optional.of(fields.get(4)),
            Optional.of(fields.get(5))));
  }

  private static List<String> with(List<String> fields, int at, String value) {
    var changed = new java.util.ArrayList<>(fields);
    changed.set(at, value);
    return List.copyOf(changed);
  }
}
