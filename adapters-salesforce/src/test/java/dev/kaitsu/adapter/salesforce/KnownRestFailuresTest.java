package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Calls of the REST API fail in other clients, not here:")
class KnownRestFailuresTest {
  private static final OrderId ID = AnOrder.ID;
  private static final String LOCATOR = "/services/data/v67.0/query/0r8AAAAAAAAAAAAAAA-2000";

  private final SettableClock clock = new SettableClock();
  @AutoClose private final ScriptedSalesforce salesforce = new ScriptedSalesforce();

  @AutoClose
  private final SalesforceSession session =
      new SalesforceSession(
          salesforce.config(), new InMemorySharedTokens(clock), clock, SalesforceCalls.UNWATCHED);

  private final SalesforceOrders orders = new SalesforceOrders(session);

  @Test
  @DisplayName("airbytehq/airbyte#27146: an order committed late, with an old stamp, is missed")
  void sweepAsksForAStateNotForATime() {
    salesforce.next(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}");

    orders.awaitingFulfillment();

    assertThat(queryOf(0))
        .contains("Activation_Status__c = 'Activating'", "WHMCS_Order_ID__c = null")
        .doesNotContain("SystemModstamp", "LastModifiedDate", "CreatedDate");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  @DisplayName("simple-salesforce/simple-salesforce#258: the body of a written record is read")
  void bodyOfASuccess(int status) {
    salesforce.next(
        new MockResponse.Builder().code(status).chunkedBody(status == 204 ? "?" : "{}", 1).build());

    orders.write(new WriteBack.Failed(ID, FailureCode.ETIMEOUT, "billing did not answer"));

    assertThat(salesforce.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVALID_QUERY_LOCATOR", "QUERY_TIMEOUT"})
  @DisplayName("a page that expired ends the query for good: here it is begun anew")
  void expiredLocator(String code) {
    salesforce.next(
        200, "{\"done\":false,\"nextRecordsUrl\":\"%s\",\"records\":[]}".formatted(LOCATOR));
    salesforce.next(400, "[{\"errorCode\":\"%s\",\"message\":\"expired\"}]".formatted(code));
    salesforce.next(200, "{\"done\":true,\"records\":[{\"Id\":\"%s\"}]}".formatted(ID));

    assertThat(haltOf(orders::awaitingFulfillment)).isInstanceOf(Halt.Failed.class);
    assertThat(orders.awaitingFulfillment()).isEqualTo(List.of(ID));
    assertThat(queryOf(2)).isEqualTo(queryOf(0));
  }

  @ParameterizedTest
  @CsvSource({"414, true", "414, false", "431, true", "431, false"})
  @DisplayName("onyx-dot-app/onyx#14669: a list too long for one address fails for everybody")
  void tooLong(int status, boolean page) {
    salesforce.next(
        page
            ? ScriptedSalesforce.html(status)
            : ScriptedSalesforce.json(status, "[{\"errorCode\":\"URI_TOO_LONG\"}]"));

    // What is refused is asked for again by each alone; what is down, is not.
    assertThat(haltOf(() -> orders.find(ID))).isInstanceOf(Halt.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "500, UNKNOWN_EXCEPTION",
    "502, SERVER_UNAVAILABLE",
    "503, SERVER_UNAVAILABLE",
    "403, REQUEST_LIMIT_EXCEEDED",
    "429, TOO_MANY",
    "400, UNABLE_TO_LOCK_ROW",
    "403, API_DISABLED_FOR_ORG",
  })
  @DisplayName("restforce/restforce#567, #568: a refusal for now counts as one for good")
  void forNow(int status, String code) {
    var error = "[{\"errorCode\":\"%s\",\"message\":\"not now\"}]".formatted(code);
    salesforce.next(status, error);

    assertThat(haltOf(() -> orders.find(ID))).isInstanceOf(Halt.Failed.class);
  }

  @Test
  @DisplayName("the usage of the day is read among whatever else its header tells")
  void usageAmongOthers() {
    salesforce.next(
        ScriptedSalesforce.json(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}")
            .newBuilder()
            .setHeader(
                "Sforce-Limit-Info",
                "api-usage=10018/100000; per-app-api-usage=17/250(appName=kaitsu)")
            .build());

    assertThat(orders.find(ID)).isEqualTo(Optional.<Order>empty());
    assertThat(session.apiUsage()).contains(new ApiUsage(10_018, 100_000));
  }

  private String queryOf(int request) {
    var target = salesforce.requests().get(request).getTarget();
    return URLDecoder.decode(target, StandardCharsets.UTF_8);
  }

  private static Halt haltOf(ThrowingCallable call) {
    return catchThrowableOfType(ExternalCallException.class, call).halt();
  }
}
