package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The creating request")
class AddOrderFormTest {
  private static final Map<Long, Long> OPTIONS = Map.of(7L, 42L);

  private final WhmcsEmulator whmcs = Whmcs.start();

  @AfterEach
  void close() {
    whmcs.close();
  }

  @Test
  @DisplayName("is previewed exactly as it is sent, credentials left out")
  void previewIsWhatIsSent() throws Exception {
    var draft =
        Whmcs.draft(
            Whmcs.CLIENT,
            Whmcs.line(Whmcs.INTERNET, 3, OPTIONS),
            Whmcs.line(Whmcs.INSTALLATION, 1));
    try (var server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder().body("{\"result\":\"success\",\"orderid\":1}").build());
      try (var billing = Whmcs.billing(server.url("/billing").uri())) {
        var preview = billing.preview(draft);
        billing.create(draft);

        var received = server.takeRequest();
        assertThat(received.getTarget()).isEqualTo("/billing/includes/api.php");
        var form = decoded(received.getBody().utf8());
        assertThat(form.subList(0, 2))
            .containsExactly(
                new FormField("identifier", WhmcsEmulator.IDENTIFIER),
                new FormField("secret", WhmcsEmulator.SECRET));
        assertThat(form.subList(2, form.size())).isEqualTo(preview);
      }
    }
  }

  @Test
  @DisplayName("writes every line at its own index, and quantities for all lines or for none")
  void fields() {
    var withoutQuantity = preview(Whmcs.markedIn(true, false), Whmcs.draft());
    assertThat(withoutQuantity)
        .containsExactly(
            new FormField("action", "AddOrder"),
            new FormField("responsetype", "json"),
            new FormField("clientid", "5"),
            new FormField("paymentmethod", "mailin"),
            new FormField("noinvoice", "1"),
            new FormField("noemail", "1"),
            new FormField("notes", "sfOrderId=" + Whmcs.ORDER),
            new FormField("pid[0]", "181"),
            new FormField("billingcycle[0]", "monthly"),
            new FormField("pid[1]", "242"),
            new FormField("billingcycle[1]", "onetime"));

    var withQuantity =
        preview(
            Whmcs.markedIn(true, false),
            Whmcs.draft(
                Whmcs.CLIENT,
                Whmcs.line(Whmcs.INSTALLATION, 1),
                Whmcs.line(Whmcs.INTERNET, 2, OPTIONS)));
    assertThat(withQuantity)
        .contains(
            new FormField("qty[0]", "1"),
            new FormField("qty[1]", "2"),
            new FormField("configoptions[1]", "YToxOntpOjc7aTo0Mjt9"))
        .noneMatch(field -> field.name().equals("configoptions[0]"));
  }

  @Test
  @DisplayName("carries quantity and config options so that WHMCS understands them")
  void understood() {
    whmcs.add(
        WhmcsProduct.monthly(181, "Internet", "4800.00")
            .withAllowQty(2)
            .withConfigOption(7, "Speed", Map.of(42, "1G")));
    try (var billing = Whmcs.billing(whmcs.apiUrl())) {
      billing.create(Whmcs.draft(Whmcs.CLIENT, Whmcs.line(Whmcs.INTERNET, 3, OPTIONS)));
    }
    var service = whmcs.books().orders().get(0).services().get(0);
    assertThat(service.qty()).isEqualTo(3);
    assertThat(service.configOptions()).containsExactly(Map.entry(7, "42"));
    assertThat(whmcs.books().orders().get(0).invoiceId()).isEmpty();
  }

  @Test
  @DisplayName("writes the marker into the custom field of the products that have it")
  void markerField() {
    whmcs.add(withMarkerField());
    try (var billing = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), Whmcs.markedIn(false, true)))) {
      billing.create(Whmcs.draft());

      var order = whmcs.books().orders().get(0);
      assertThat(order.notes()).isEmpty();
      assertThat(order.services().get(0).customFields())
          .containsExactly(Map.entry(9, "sfOrderId=" + Whmcs.ORDER));
      assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).marked()).hasSize(1);
      billing.create(Whmcs.draft());
    }
    assertThat(whmcs.calls().count("GetProducts")).isEqualTo(2); // once for each product
  }

  @Test
  @DisplayName("is not sent if nothing would carry the marker")
  void noMarkerNoOrder() {
    try (var billing = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), Whmcs.markedIn(false, true)))) {
      var failed =
          catchThrowableOfType(ExternalCallException.class, () -> billing.create(Whmcs.draft()));
      assertThat(failed.halt()).isInstanceOf(Halt.Refused.class);
      assertThat(failed.halt().code()).isEqualTo(FailureCode.BILLING_REFUSED);
      assertThat(failed).hasMessageContaining(Whmcs.MARKER_FIELD);
    }
    assertThat(whmcs.calls().count("AddOrder")).isZero();
  }

  @Test
  @DisplayName("is sent with the notes alone if the marker field is missing")
  void notesSuffice() {
    try (var billing = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), Whmcs.markedIn(true, true)))) {
      billing.create(Whmcs.draft());
    }
    assertThat(whmcs.books().ordersMarked(Whmcs.ORDER.value())).hasSize(1);
  }

  private List<FormField> preview(WhmcsConfig.Ordering ordering, BillingDraft draft) {
    try (var billing = Whmcs.billing(Whmcs.config(whmcs.apiUrl(), ordering))) {
      return billing.preview(draft);
    }
  }

  private static WhmcsProduct withMarkerField() {
    return WhmcsProduct.monthly(181, "Internet", "4800.00").withCustomField(9, Whmcs.MARKER_FIELD);
  }

  private static List<FormField> decoded(String body) {
    return Stream.of(body.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .map(pair -> new FormField(decode(pair[0]), decode(pair[1])))
        .toList();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
