package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.LinkedElsewhereException;
import dev.kaitsu.port.out.LostClaimException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may write, and what a ledger knows about those who died on the way. */
abstract class FencingPromises extends LedgerScene {

  @Test
  @DisplayName("each claim is newer than the one before")
  void claimsGrow() {
    assertThat(claim(order).epoch()).isLessThan(claim(order).epoch());
  }

  @Test
  @DisplayName("an older claim is refused, and nothing of its facts is in place")
  void fencesOlderClaims() {
    var older = claim(order);
    var newer = claim(order);

    assertThatThrownBy(() -> ledger().record(older, List.of(started(1), finished("validation"))))
        .isInstanceOf(LostClaimException.class);
    assertThatThrownBy(() -> ledger().recordSending(older, client, List.of(sent())))
        .isInstanceOf(LostClaimException.class);

    assertThat(ledger().recall(order).entries()).isEmpty();
    assertThat(ledger().recordSending(claim(otherOrder), client, List.of(sent())))
        .as("the client's turn is free")
        .isTrue();
    ledger().record(newer, List.of(started(2)));
    assertThat(ledger().recall(order).entries()).hasSize(1);
  }

  @Test
  @DisplayName("only the newest claim is confirmed")
  void confirms() {
    var older = claim(order);
    ledger().confirm(older);
    var newer = claim(order);

    assertThatThrownBy(() -> ledger().confirm(older)).isInstanceOf(LostClaimException.class);
    ledger().confirm(newer);
  }

  @Test
  @DisplayName("looks that came to no end are counted until one gets further")
  void countsUnfinishedLooks() {
    assertThat(claim(order).unfinished()).isZero();
    ledger().record(claim(order), List.of(sent(), new LedgerFact.AcceptSent()));
    var third = claim(order);
    assertThat(third.unfinished()).isEqualTo(2);

    ledger().record(third, List.of(new LedgerFact.AcceptSent(), started(1)));

    assertThat(claim(order).unfinished()).isEqualTo(1);
  }

  @Test
  @DisplayName("a billing order of another order is refused, and nothing of the facts is in place")
  void refusesLinkedElsewhere() {
    var theirs = new LedgerFact.Billed(billed, List.of(), false);
    ledger().record(claim(otherOrder), List.of(theirs));

    assertThatThrownBy(() -> ledger().record(claim(order), List.of(started(1), theirs)))
        .isInstanceOf(LinkedElsewhereException.class)
        .hasMessageContaining(billed.toString())
        .hasMessageContaining(order.toString());

    assertThat(ledger().recall(order).entries()).isEmpty();
  }

  @Test
  @DisplayName("what a person states is added beside whoever works on the order")
  void takesStatements() {
    var statement = new LedgerFact.Disowned(List.of(billed), "someone");
    assertThat(ledger().state(order, statement)).as("nobody hinted at it").isFalse();
    var claim = claim(order);

    assertThat(ledger().state(order, statement)).isTrue();

    ledger().record(claim, List.of(started(1)));
    assertThat(ledger().recall(order).entries())
        .extracting(LedgerEntry::fact)
        .containsExactly(statement, started(1));
  }
}
