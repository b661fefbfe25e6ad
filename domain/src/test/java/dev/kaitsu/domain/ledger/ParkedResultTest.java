package dev.kaitsu.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.SettableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A result that Salesforce refused keeps the order aside until it changes")
class ParkedResultTest {
  private static final List<LedgerFact> REFUSED =
      List.of(
          new LedgerFact.AttemptStarted(1, SettableClock.START),
          owed(FailureCode.MAPPING_NO_LINES),
          new LedgerFact.WriteBackSent(SettableClock.START),
          new LedgerFact.WriteBackParked("a validation rule"));

  @Test
  @DisplayName("while Salesforce still shows what it showed")
  void whileUntold() {
    assertThat(fileOf(REFUSED).parkedFor()).contains(SettableClock.START);
  }

  @Test
  @DisplayName("no longer once it was told of a failure: a retry in the same second counts")
  void untilToldOtherwise() {
    var told = new ArrayList<>(REFUSED);
    told.add(owed(FailureCode.SALESFORCE_RESULT_REFUSED));
    told.add(new LedgerFact.WriteBackSent(SettableClock.START));
    told.add(new LedgerFact.WriteBackDelivered());

    assertThat(fileOf(told).parkedFor()).isEmpty();
  }

  private static LedgerFact owed(FailureCode code) {
    return new LedgerFact.WriteBackOwed(new WriteBack.Failed(AnOrder.ID, code, "no"));
  }

  private static CaseFile fileOf(List<LedgerFact> facts) {
    var entries = new ArrayList<LedgerEntry>();
    for (var fact : facts) {
      entries.add(new LedgerEntry(entries.size() + 1, 1, SettableClock.START, fact));
    }
    return CaseFile.of(new OrderHistory(AnOrder.ID, entries, SettableClock.START));
  }
}
