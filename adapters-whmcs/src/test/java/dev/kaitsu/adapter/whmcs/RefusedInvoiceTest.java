package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.operation.InvoiceDraft;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.port.out.ExternalCallException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refused CreateInvoice is held against the client's newer invoices alone")
class RefusedInvoiceTest {
  private final CannedWhmcs whmcs = new CannedWhmcs();

  @AfterEach
  void close() {
    whmcs.close();
  }

  private Halt haltOf(Optional<InvoiceId> newest) {
    whmcs.answers("CreateInvoice", "{\"result\":\"error\",\"message\":\"no\"}");
    whmcs.answers(
        "GetInvoices",
        "{\"result\":\"success\",\"totalresults\":2,\"invoices\":{\"invoice\":[%s,%s]}}"
            .formatted("{\"id\":12,\"userid\":5}", "{\"id\":11,\"userid\":5}"));
    whmcs.answers("GetInvoice", "{\"result\":\"success\",\"items\":{\"item\":[]}}");
    var draft = new InvoiceDraft(new BillingClientId(5), BigDecimal.TEN, "k-1", "k-1", newest);
    try (var billing = Whmcs.billing(Whmcs.config(whmcs.url()))) {
      return catchThrowableOfType(
              ExternalCallException.class, () -> billing.invoices().create(draft))
          .halt();
    }
  }

  @Test
  @DisplayName("of those that were there before none is read again")
  void noneNewer() {
    assertThat(haltOf(Optional.of(new InvoiceId(12)))).isInstanceOf(Halt.Refused.class);

    assertThat(whmcs.asked()).contains("GetInvoices").doesNotContain("GetInvoice");
  }

  @Test
  @DisplayName("one that came since is read")
  void oneNewer() {
    assertThat(haltOf(Optional.of(new InvoiceId(11)))).isInstanceOf(Halt.Refused.class);

    assertThat(whmcs.asked()).filteredOn("GetInvoice"::equals).hasSize(1);
  }
}
