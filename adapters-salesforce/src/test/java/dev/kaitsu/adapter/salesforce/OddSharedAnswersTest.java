package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An odd answer to a call that several share")
class OddSharedAnswersTest {
  private static final OrderId ONE = new OrderId("8015g00000AbCdEAAV");
  private static final OrderId TWO = new OrderId("8015g00000AbCdFAAV");
  private static final OrderId FIRST = new OrderId("8015g00000AbCdGAAV");
  private static final String NONE = "{\"totalSize\":0,\"done\":true,\"records\":[]}";

  private final Line line = new Line();
  private final SettableClock clock = new SettableClock();
  private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
  private final SalesforceSession session =
      new SalesforceSession(salesforce.config(), new InMemorySharedTokens(clock), clock, line);
  private final SalesforceOrders orders = new SalesforceOrders(session);

  @AfterEach
  void close() {
    session.close();
    salesforce.close();
  }

  @Test
  @DisplayName("with a row that does not say whose it is: who has none reads for itself")
  void rowOfNobody() {
    salesforce.next(200, NONE);
    salesforce.next(
        200,
        """
        {"totalSize":2,"done":true,"records":[
          {"Id":"%s","SystemModstamp":"2026-02-17T04:03:15.000+0000","OrderItems":null},
          {"Id":null,"SystemModstamp":"2026-02-17T04:03:15.000+0000"}]}
        """
            .formatted(ONE));
    salesforce.next(200, NONE);

    var found = line.together(() -> orders.find(FIRST), List.of(finding(ONE), finding(TWO)));

    assertThat(found.get(0).result().map(Order::id)).contains(ONE);
    assertThat(found.get(1).result()).isEmpty();
    assertThat(salesforce.requests()).hasSize(3);
  }

  @Test
  @DisplayName("with an unreadable order fails for that one only")
  void unreadableOrder() {
    salesforce.next(200, NONE);
    salesforce.next(
        200,
        """
        {"totalSize":2,"done":true,"records":[
          {"Id":"%s","SystemModstamp":"2026-02-17T04:03:15.000+0000"},
          {"Id":"%s","SystemModstamp":"whenever"}]}
        """
            .formatted(ONE, TWO));

    var found = line.together(() -> orders.find(FIRST), List.of(finding(ONE), finding(TWO)));

    assertThat(found.get(0).result()).isPresent();
    assertThat(found.get(1).halt()).isInstanceOf(Halt.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "[{\"success\":true}]", "<html>", "\"fine\"", "[true,true,true]"})
  @DisplayName("leaves the outcome of each write open if it does not tell of each record")
  void unclear(String body) {
    salesforce.next(ScriptedSalesforce.noContent());
    salesforce.next(200, body);

    var written =
        line.together(() -> orders.write(failed(FIRST)), List.of(writing(ONE), writing(TWO)));

    assertThat(written)
        .allSatisfy(result -> assertThat(result.halt()).isInstanceOf(Halt.Uncertain.class));
    assertThat(salesforce.requests()).hasSize(2);
  }

  @Test
  @DisplayName("without a word on one record: that one is written again alone")
  void rowWithoutSuccess() {
    salesforce.next(ScriptedSalesforce.noContent());
    salesforce.next(200, "[{\"id\":\"%s\",\"success\":true,\"errors\":[]},{}]".formatted(ONE));
    salesforce.next(ScriptedSalesforce.noContent());

    line.together(() -> orders.write(failed(FIRST)), List.of(writing(ONE), writing(TWO)))
        .forEach(Running::result);

    assertThat(salesforce.requests()).hasSize(3);
    assertThat(salesforce.requests().get(2).getTarget()).endsWith("/sobjects/Order/" + TWO);
  }

  @Test
  @DisplayName("is to a request that lets each record stand for itself, grouped by object")
  void request() {
    salesforce.next(ScriptedSalesforce.noContent());
    salesforce.next(200, "[{\"success\":true},{\"success\":true}]");

    line.together(() -> orders.write(failed(FIRST)), List.of(writing(ONE), writing(TWO)))
        .forEach(Running::result);

    assertThat(salesforce.requests().get(1).getRequestLine())
        .isEqualTo("PATCH /services/data/v67.0/composite/sobjects HTTP/1.1");
    var body = salesforce.bodyOf(1);
    assertThat(body.path("allOrNone").booleanValue()).isFalse();
    assertThat(body.path("allOrNone").isBoolean()).isTrue();
    assertThat(body.path("records"))
        .extracting(
            row -> row.path("attributes").path("type").asText() + " " + row.path("id").asText())
        .containsExactly("Order " + ONE, "Order " + TWO);
  }

  private Callable<Optional<Order>> finding(OrderId id) {
    return () -> orders.find(id);
  }

  private Callable<Boolean> writing(OrderId id) {
    return () -> {
      orders.write(failed(id));
      return true;
    };
  }

  private static WriteBack.Failed failed(OrderId id) {
    return new WriteBack.Failed(id, FailureCode.ETIMEOUT, "billing did not answer");
  }
}
