package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.port.out.StoreException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Ledger} promises. */
public abstract class LedgerContract extends FencingPromises {
  @Test
  @DisplayName("an order never worked on has an empty history, with the ledger's time")
  void emptyHistory() {
    var history = ledger().recall(order);

    assertThat(history.order()).isEqualTo(order);
    assertThat(history.entries()).isEmpty();
    assertThat(history.now()).isNotNull();
  }

  @Test
  @DisplayName("facts are recalled as they were written, in their order, with their claim and time")
  void recallsFacts() {
    var claim = claim(order);
    var before = ledger().recall(order).now();
    ledger().record(claim, List.of(started(1)));
    ledger().record(claim, List.of(finished("validation"), finished("mapping")));

    var history = ledger().recall(order);

    assertThat(history.entries())
        .extracting(LedgerEntry::fact)
        .containsExactly(started(1), finished("validation"), finished("mapping"));
    assertThat(history.entries()).extracting(LedgerEntry::epoch).containsOnly(claim.epoch());
    assertThat(history.entries()).extracting(LedgerEntry::seq).isSorted().doesNotHaveDuplicates();
    assertThat(history.entries())
        .extracting(LedgerEntry::at)
        .isSorted()
        .allMatch(at -> !at.isBefore(before) && !at.isAfter(history.now()));
  }

  @Test
  @DisplayName("every kind of fact comes back equal")
  void recallsEveryKind() {
    var facts = EveryFact.about(order);
    assertThat(facts.stream().<Class<?>>map(LedgerFact::getClass))
        .as("kinds of facts this contract knows")
        .contains(LedgerFact.class.getPermittedSubclasses());
    ledger().record(claim(order), facts);

    assertThat(ledger().recall(order).entries())
        .extracting(LedgerEntry::fact)
        .containsExactlyElementsOf(facts);
  }

  @Test
  @DisplayName("orders do not see each other's facts")
  void keepsOrdersApart() {
    ledger().record(claim(order), List.of(started(1)));
    claim(otherOrder);

    assertThat(ledger().recall(otherOrder).entries()).isEmpty();
  }

  @Test
  @DisplayName("a client has one order's turn at a time, and who must wait records nothing")
  void oneTurnPerClient() {
    assertThat(ledger().recordSending(claim(order), client, List.of(started(1), sent()))).isTrue();

    assertThat(ledger().recordSending(claim(otherOrder), client, List.of(started(1), sent())))
        .isFalse();

    assertThat(ledger().recall(order).entries()).hasSize(2);
    assertThat(ledger().recall(otherOrder).entries()).isEmpty();
  }

  @Test
  @DisplayName("clients do not wait for each other")
  void turnsArePerClient() {
    ledger().recordSending(claim(order), client, List.of(sent()));

    assertThat(ledger().recordSending(claim(otherOrder), Fresh.client(), List.of(sent()))).isTrue();
  }

  @Test
  @DisplayName("an order that has the turn keeps it when it is taken over")
  void theTurnIsTheOrders() {
    ledger().recordSending(claim(order), client, List.of(sent()));

    assertThat(ledger().recordSending(claim(order), client, List.of(sent()))).isTrue();
    assertThat(ledger().recordSending(claim(otherOrder), client, List.of(sent()))).isFalse();
  }

  @Test
  @DisplayName("the turn ends when the order is billed")
  void billingEndsTheTurn() {
    assertTurnEndsWith(new LedgerFact.Billed(billed, List.of(), false));
  }

  @Test
  @DisplayName("the turn ends when the creation is refused")
  void refusalEndsTheTurn() {
    assertTurnEndsWith(new LedgerFact.CreationRefused(FailureCode.BILLING_REFUSED, "no"));
  }

  @Test
  @DisplayName("the turn ends when the creation stays unanswered")
  void silenceEndsTheTurn() {
    assertTurnEndsWith(new LedgerFact.CreationUnanswered(FailureCode.ETIMEOUT, "no answer"));
  }

  @Test
  @DisplayName("the turn does not end with any other fact")
  void otherFactsKeepTheTurn() {
    var claim = claim(order);
    ledger().recordSending(claim, client, List.of(sent()));
    ledger().record(claim, List.of(finished("whmcs_create")));

    assertThat(ledger().recordSending(claim(otherOrder), client, List.of(sent()))).isFalse();
  }

  @Test
  @DisplayName("the turn ends by itself after a time")
  void timeEndsTheTurn() {
    ledger().recordSending(claim(order), client, List.of(sent()));
    theTurnsTimeRunsOut();

    assertThat(ledger().recordSending(claim(otherOrder), client, List.of(sent()))).isTrue();
  }

  @Test
  @DisplayName("the ledger knows which billing orders belong to other orders")
  void linksBillingOrders() {
    var unknown = new BillingOrderId(Fresh.number());
    ledger().record(claim(order), List.of(new LedgerFact.Billed(billed, List.of(), true)));

    assertThat(ledger().linkedToOthers(otherOrder, List.of(billed, unknown)))
        .containsExactly(billed);
    assertThat(ledger().linkedToOthers(order, List.of(billed, unknown))).isEmpty();
    assertThat(ledger().linkedToOthers(order, List.of())).isEmpty();
  }

  @Test
  @DisplayName("duplicates and orders found late belong to their order as well")
  void linksWhatWasFound() {
    var duplicate = new BillingOrderId(Fresh.number());
    ledger()
        .record(
            claim(order),
            List.of(
                new LedgerFact.LostOrderFound(billed),
                new LedgerFact.DuplicatesFound(List.of(duplicate))));

    assertThat(ledger().linkedToOthers(otherOrder, List.of(billed, duplicate)))
        .containsExactlyInAnyOrder(billed, duplicate);
  }

  @Test
  @DisplayName("an order that nobody hinted at makes no progress; one that is worked on does")
  void progress() {
    assertThat(ledger().progress(order)).isEmpty();

    ledger().record(claim(order), List.of(started(1)));

    var progress = ledger().progress(order).orElseThrow();
    assertThat(progress.order()).isEqualTo(order);
    assertThat(progress.working()).isTrue();
    assertThat(progress.history()).isEqualTo(ledger().recall(order).entries());
  }

  @Test
  @DisplayName("a line belongs to one order, and who asks for another's records nothing")
  void oneOrderPerLine() {
    var line = Fresh.line();
    assertThat(ledger().recordActivating(claim(order), List.of(started(1), activating(line))))
        .isTrue();

    assertThat(ledger().recordActivating(claim(otherOrder), List.of(activating(line)))).isFalse();

    assertThat(ledger().recall(order).entries()).hasSize(2);
    assertThat(ledger().recall(otherOrder).entries()).isEmpty();
    assertThat(ledger().recordActivating(claim(order), List.of(activating(line)))).isTrue();
  }

  @Test
  @DisplayName("a refusal frees the line only if it says so")
  void refusalFreesTheLine() {
    var line = Fresh.line();
    var claim = claim(order);
    ledger().recordActivating(claim, List.of(activating(line)));
    ledger().record(claim, List.of(refused(false)));
    assertThat(ledger().recordActivating(claim(otherOrder), List.of(activating(line)))).isFalse();

    ledger().record(claim, List.of(refused(true)));

    assertThat(ledger().recordActivating(claim(otherOrder), List.of(activating(line)))).isTrue();
  }

  @Test
  @DisplayName("a card belongs to one order, whatever its number")
  void oneOrderPerCard() {
    var card = new ProductNumber("AX%013d".formatted(Fresh.number()));
    ledger().recordActivating(claim(order), List.of(activating(Fresh.line(), card)));

    assertThat(
            ledger().recordActivating(claim(otherOrder), List.of(activating(Fresh.line(), card))))
        .isFalse();
  }

  @Test
  @DisplayName("a person's word that the line is free frees it, if nothing was added since")
  void attestationFreesTheLine() {
    var line = Fresh.line();
    ledger().recordActivating(claim(order), List.of(activating(line)));
    long seen = newestEntry();
    var free = new LedgerFact.SimAttested(false, Optional.empty(), Optional.empty(), true, "me");

    assertThat(ledger().attest(order, free, seen - 1)).isFalse();
    assertThat(ledger().recordActivating(claim(otherOrder), List.of(activating(line)))).isFalse();
    assertThat(ledger().attest(order, free, newestEntry())).isTrue();
    assertThat(ledger().recordActivating(claim(otherOrder), List.of(activating(line)))).isTrue();
  }

  @Test
  @DisplayName("a person's word on one call leaves the line linked")
  void attestationKeepsTheLine() {
    var line = Fresh.line();
    ledger().recordActivating(claim(order), List.of(activating(line)));
    var word =
        new LedgerFact.SimAttested(
            false, Optional.of(SimCall.VOICE_REGISTRATION), Optional.empty(), false, "me");

    assertThat(ledger().attest(order, word, newestEntry())).isTrue();

    assertThat(ledger().recordActivating(claim(otherOrder), List.of(activating(line)))).isFalse();
  }

  private long newestEntry() {
    var entries = ledger().recall(order).entries();
    return entries.get(entries.size() - 1).seq();
  }

  @Test
  @DisplayName("a store that is away is a store failure in every call")
  void storeFailure() {
    var claim = claim(order);

    assertThatThrownBy(() -> brokenLedger().recall(order)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenLedger().record(claim, List.of(started(1))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenLedger().recordSending(claim, client, List.of(sent())))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenLedger().linkedToOthers(order, List.of(billed)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenLedger().progress(order)).isInstanceOf(StoreException.class);
    assertThat(ledger().recall(order).entries()).isEmpty();
  }

  private void assertTurnEndsWith(LedgerFact fact) {
    var claim = claim(order);
    ledger().recordSending(claim, client, List.of(sent()));
    ledger().record(claim, List.of(fact));

    assertThat(ledger().recordSending(claim(otherOrder), client, List.of(sent()))).isTrue();
  }
}
