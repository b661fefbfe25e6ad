package dev.kaitsu.domain.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger can tell whether two creating calls asked for the same")
class RequestDigestTest {
  private static final BillingDraft DRAFT = draft(AnOrder.CLIENT);

  @Test
  @DisplayName("the same request has the same short digest")
  void same() {
    assertThat(RequestDigest.of(DRAFT))
        .isEqualTo(RequestDigest.of(draft(AnOrder.CLIENT)))
        .matches("[0-9a-f]{16}");
  }

  @Test
  @DisplayName("another request has another")
  void another() {
    assertThat(RequestDigest.of(draft(new BillingClientId(99))))
        .isNotEqualTo(RequestDigest.of(DRAFT));
  }

  private static BillingDraft draft(BillingClientId client) {
    var line = new BillingLine(ALine.ITEM, new ProductId(42), BillingCycle.MONTHLY, 1, Map.of());
    return new BillingDraft(AnOrder.ID, client, List.of(line));
  }
}
