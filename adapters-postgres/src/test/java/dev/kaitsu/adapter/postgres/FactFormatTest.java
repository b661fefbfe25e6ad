package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.VoiceOptions;
import dev.kaitsu.port.out.NewerFactsException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The stored format of facts")
class FactFormatTest {

  static Stream<Arguments> stored() {
    return Stream.of(
        Arguments.of(
            new LedgerFact.AttemptStarted(2, Instant.parse("2026-11-20T01:02:03.004Z")),
            "{\"attempt\":2,\"orderModifiedAt\":\"2026-11-20T01:02:03.004Z\"}"),
        Arguments.of(
            new LedgerFact.StepFinished("mapping", Duration.ofMillis(12)),
            "{\"step\":\"mapping\",\"took\":\"PT0.012S\"}"),
        Arguments.of(
            new LedgerFact.CreationSent(
                new BillingClientId(7), Optional.of(new BillingOrderId(41)), "abc"),
            "{\"client\":7,\"highWater\":41,\"requestDigest\":\"abc\"}"),
        Arguments.of(
            new LedgerFact.Billed(new BillingOrderId(42), List.of(new ServiceId(9)), false),
            "{\"id\":42,\"services\":[9],\"adopted\":false}"),
        Arguments.of(new LedgerFact.AcceptSent(), "{}"),
        Arguments.of(
            new LedgerFact.Halted(
                "whmcs_create", LedgerFact.HaltKind.UNCERTAIN, FailureCode.HTTP_503, "away"),
            "{\"step\":\"whmcs_create\",\"kind\":\"UNCERTAIN\",\"code\":\"503\",\"reason\":\"away\"}"),
        Arguments.of(
            new LedgerFact.WriteBackOwed(
                new WriteBack.Failed(Samples.order(1), FailureCode.ETIMEOUT, "late")),
            "{\"writeBack\":{\"kind\":\"Failed\",\"order\":\"801000000000001AAA\",\"code\":\"ETIMEOUT\",\"message\":\"late\"}}"),
        Arguments.of(
            new LedgerFact.WriteBackOwed(
                new WriteBack.Activated(
                    Samples.order(1),
                    new BillingOrderId(42),
                    new BillingClientId(7),
                    true,
                    Map.of(new OrderItemId("802000000000001AAA"), List.of(new ServiceId(9))),
                    Optional.of(new OpportunityId("006000000000001AAA")))),
            "{\"writeBack\":{\"kind\":\"Activated\",\"order\":\"801000000000001AAA\",\"billedAs\":42,\"client\":7,\"completesStatus\":true,\"services\":{\"802000000000001AAA\":[9]},\"opportunity\":\"006000000000001AAA\"}}"),
        Arguments.of(
            new LedgerFact.SimCallSent(
                SimCall.ACCOUNT_REGISTRATION,
                new SimIdentity(
                    SimKind.PHYSICAL_NEW,
                    new PhoneNumber("09000001234"),
                    Optional.of(new ProductNumber("AX0000000000001")),
                    Optional.empty()),
                new VoiceOptions(true, false),
                LineStanding.ABSENT),
            "{\"call\":\"ACCOUNT_REGISTRATION\",\"sim\":{\"kind\":\"PHYSICAL_NEW\",\"line\":\"09000001234\",\"productNumber\":\"AX0000000000001\",\"eid\":null},\"proof\":{\"voiceMail\":true,\"callWaiting\":false},\"before\":\"ABSENT\"}"));
  }

  @ParameterizedTest
  @MethodSource("stored")
  @DisplayName("is written and read as it always was")
  void isPinned(LedgerFact fact, String data) {
    assertThat(FactFormat.write(fact)).isEqualTo(data);
    assertThat(FactFormat.read(Samples.order(1), FactKinds.nameOf(fact), data)).isEqualTo(fact);
  }

  @Test
  @DisplayName("has a name for every kind of fact, and the names are these")
  void kindsArePinned() {
    var kinds =
        Arrays.stream(LedgerFact.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "AttemptStarted",
            "StepFinished",
            "CreationSent",
            "Billed",
            "CreationRefused",
            "CreationUnanswered",
            "DuplicatesFound",
            "LostOrderFound",
            "LookClosed",
            "Disowned",
            "AcceptSent",
            "Accepted",
            "Halted",
            "WriteBackOwed",
            "WriteBackSent",
            "WriteBackDelivered",
            "WriteBackDropped",
            "WriteBackParked",
            "AttemptEnded",
            "Skipped",
            "SimCallSent",
            "SimCallRefused",
            "SimCallUnanswered",
            "SimCallDone",
            "LostSimCallFound",
            "SimLookClosed",
            "SimAttested",
            "SimAssigned",
            "SimAssignmentRefused",
            "ServicesLabelled",
            "ServicesUnlabelled")
        .allSatisfy(kind -> assertThat(FactKinds.find(kind)).isPresent());
  }

  @Test
  @DisplayName("lets a newer program add a field, and this one read on after a roll-back")
  void ignoresNewFields() {
    assertThat(
            FactFormat.read(
                Samples.order(1), "Skipped", "{\"reason\":\"billed\",\"since\":{\"version\":9}}"))
        .isEqualTo(new LedgerFact.Skipped("billed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SimActivated | {}",
        "AttemptEnded | {`outcome`:`POSTPONED`,`reason`:``}",
        "Halted       | {`step`:`mapping`,`kind`:`REFUSED`,`code`:`MAPPING_NEW`,`reason`:``}",
        "Halted       | {`step`:`mapping`,`kind`:`DELAYED`,`code`:`503`,`reason`:``}",
        "WriteBackOwed | {`writeBack`:{`kind`:`Suspended`}}"
      })
  @DisplayName("leaves a kind and a word it does not know to a newer program: it may mean billed")
  void leavesNewerFacts(String kind, String data) {
    assertThatThrownBy(() -> FactFormat.read(Samples.order(1), kind, data.replace('`', '"')))
        .isInstanceOf(NewerFactsException.class)
        .hasMessageContainingAll(
            "order 801000000000001AAA has facts of a newer version of Kaitsu",
            kind,
            "a node of that version must go on with it");
  }

  @Test
  @DisplayName("does not take a damaged fact for a newer one")
  void refusesDamage() {
    assertThatThrownBy(
            () -> FactFormat.read(Samples.order(1), "LostOrderFound", "{\"id\":\"none\"}"))
        .isInstanceOf(StoreException.class)
        .isNotInstanceOf(NewerFactsException.class)
        .hasMessageContainingAll("unreadable", "LostOrderFound", "801000000000001AAA");
  }
}
