package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.ExternalCallException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Answers seen in the wild")
class OddAnswersTest {
  private final MockWebServer server = new MockWebServer();
  private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var form = request.getBody().utf8();
            return answers.entrySet().stream()
                .filter(each -> form.contains("action=" + each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("ids as texts, service ids under their old name, money and unknown fields")
  void oldSuccess() {
    answer(
        "AddOrder",
        200,
        "{\"result\":\"SUCCESS\",\"orderid\":\"4711\",\"productids\":\"12, 13\",\"amount\":\"2,000"
            + " Ft\",\"invoiceid\":\"\"}");

    try (var billing = billing()) {
      assertThat(billing.create(Whmcs.draft()))
          .isEqualTo(
              new BilledOrder(
                  new BillingOrderId(4711), List.of(new ServiceId(12), new ServiceId(13))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"result\":\"success\",\"orderid\":0}",
        "{\"result\":\"success\",\"orderid\":\"\"}",
        "{\"result\":\"success\",\"orderid\":\"-3\"}",
        "{\"result\":\"success\"",
        "{\"orderid\":5}",
        "[{\"result\":\"maybe\"}]",
        "{\"status\":\"success\",\"orderid\":5}",
        "Down for maintenance",
      })
  @DisplayName("a success is believed only whole and with an order id")
  void notBelieved(String body) {
    answer("AddOrder", 200, body);

    var halt = createFailure();

    assertThat(halt).isInstanceOf(Halt.Uncertain.class);
    assertThat(halt.code()).isEqualTo(FailureCode.BILLING_ANSWER_UNREADABLE);
  }

  @Test
  @DisplayName("an unknown error is doubt, and its text loses what nobody may read")
  void unknownError() {
    answer(
        "AddOrder",
        200,
        "{\"status\":\"error\",\"message\":\"SQLSTATE for taro@example.com,\\n card"
            + " 4242 4242 4242 4242, key F1CKGXRIpylMfsrig3mwwdSdYUdLiFlo <b>in<\\/b> line 7\"}");

    var halt = createFailure();

    assertThat(halt)
        .isEqualTo(
            new Halt.Uncertain(
                FailureCode.BILLING_REFUSED,
                "WHMCS answered AddOrder with an error after which an order may exist: SQLSTATE"
                    + " for ***, card ***, key *** in line 7"));
  }

  @Test
  @DisplayName("a known error inside a server error proves nothing")
  void errorInsideServerError() {
    answer("AddOrder", 500, "{\"result\":\"error\",\"message\":\"Client ID Not Found\"}");

    assertThat(createFailure())
        .isEqualTo(
            new Halt.Uncertain(FailureCode.HTTP_500, "WHMCS answered AddOrder with HTTP 500"));
  }

  @Test
  @DisplayName("a status that an administrator invented needs a person")
  void inventedStatus() {
    answer(
        "AcceptOrder",
        200,
        "{\"result\":\"error\",\"message\":\"Order ID not found or Status not Pending\"}");
    answer(
        "GetOrders",
        200,
        "{\"result\":\"success\",\"orders\":{\"order\":{\"id\":\"9\",\"userid\":\"5\",\"status\":\"On Hold\"}}}");

    try (var billing = billing()) {
      var failed =
          catchThrowableOfType(
              ExternalCallException.class, () -> billing.accept(new BillingOrderId(9)));
      assertThat(failed.halt())
          .isEqualTo(
              new Halt.Refused(
                  FailureCode.BILLING_ORDER_UNCLEAR,
                  "billing order 9 has the status 'On Hold' in WHMCS"));
    }
  }

  @Test
  @DisplayName("a pending order that is refused as not pending needs a person")
  void contradiction() {
    answer(
        "AcceptOrder",
        200,
        "{\"result\":\"error\",\"message\":\"Order ID not found or Status not Pending\"}");
    answer(
        "GetOrders",
        200,
        "{\"result\":\"success\",\"orders\":{\"order\":[{\"id\":9,\"userid\":5,\"status\":\"Pending\"}]}}");

    try (var billing = billing()) {
      var failed =
          catchThrowableOfType(
              ExternalCallException.class, () -> billing.accept(new BillingOrderId(9)));
      assertThat(failed.halt().code()).isEqualTo(FailureCode.BILLING_ORDER_UNCLEAR);
    }
  }

  @Test
  @DisplayName("a filter that WHMCS ignored shows other clients' orders, which are left out")
  void ignoredFilter() {
    answer(
        "GetOrders",
        200,
        ("{\"result\":\"success\",\"totalresults\":\"3\",\"orders\":{\"order\":{"
                + "\"0\":{\"id\":\"7\",\"userid\":\"6\",\"status\":\"Active\",\"notes\":\"sfOrderId=%1$s\"},"
                + "\"1\":{\"id\":\"8\",\"userid\":\"5\",\"status\":\"Pending\",\"notes\":\"sfOrderId&#61;%1$s\"},"
                + "\"2\":{\"id\":\"9\",\"userid\":\"5\",\"status\":\"Active\",\"date\":\"0000-00-00\",\"notes\":null}}}}")
            .formatted(Whmcs.ORDER));
    answer(
        "GetClientsProducts",
        200,
        ("{\"result\":\"success\",\"totalresults\":\"2\",\"products\":{\"product\":["
                + "{\"id\":1,\"orderid\":\"0\",\"notes\":[],\"customfields\":\"\"},"
                + "{\"id\":\"2\",\"clientid\":\"5\",\"orderid\":\"9\",\"customfields\":"
                + "{\"customfield\":{\"0\":{\"id\":1,\"value\":\"%s\"}}}}]}}")
            .formatted(Whmcs.ORDER.value().substring(0, 15)));

    try (var billing = billing()) {
      assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).orders())
          .containsExactly(
              new SeenOrder(new BillingOrderId(8), BillingOrderStatus.PENDING, true),
              new SeenOrder(new BillingOrderId(9), BillingOrderStatus.ACTIVE, true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"result\":\"success\",\"totalresults\":2,\"orders\":{\"order\":[{\"id\":7,\"userid\":5}]}}",
        "{\"result\":\"success\",\"totalresults\":1,\"orders\":\"\"}",
        "{\"result\":\"success\",\"totalresults\":1,\"orders\":{\"order\":[{\"userid\":5}]}}",
        "{\"result\":\"success\",\"totalresults\":1,\"orders\":\"one\"}",
        "{\"result\":\"success\",\"totalresults\":1,\"orders\":[7]}",
      })
  @DisplayName("a list that lacks what it promises is no complete look")
  void incompleteLists(String orders) {
    answer("GetOrders", 200, orders);
    answer("GetClientsProducts", 200, "{\"result\":\"success\",\"totalresults\":0}");

    try (var billing = billing()) {
      var failed =
          catchThrowableOfType(
              ExternalCallException.class, () -> billing.look(Whmcs.CLIENT, Whmcs.ORDER));
      assertThat(failed.halt().code()).isEqualTo(FailureCode.BILLING_ANSWER_UNREADABLE);
    }
  }

  @Test
  @DisplayName("a marked service leads to its order even if the client's list lacks that order")
  void unlistedOrder() {
    answer("GetOrders&responsetype=json&userid=5", 200, "{\"result\":\"success\",\"orders\":\"\"}");
    answer(
        "GetOrders&responsetype=json&id=9",
        200,
        "{\"result\":\"success\",\"orders\":{\"order\":[{\"id\":9,\"userid\":6,\"status\":\"Active\"}]}}");
    answer(
        "GetClientsProducts",
        200,
        "{\"result\":\"success\",\"products\":{\"product\":[{\"id\":2,\"orderid\":9,\"notes\":\"%s\"}]}}"
            .formatted(Whmcs.ORDER));

    try (var billing = billing()) {
      assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).orders())
          .containsExactly(new SeenOrder(new BillingOrderId(9), BillingOrderStatus.ACTIVE, true));
    }
  }

  private Halt createFailure() {
    try (var billing = billing()) {
      return catchThrowableOfType(ExternalCallException.class, () -> billing.create(Whmcs.draft()))
          .halt();
    }
  }

  private void answer(String action, int status, String body) {
    answers.put(action, new MockResponse.Builder().code(status).body(body).build());
  }

  private WhmcsBilling billing() {
    return Whmcs.billing(server.url("/includes/api.php").uri());
  }
}
