package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Against the sandbox's Salesforce")
class SalesforceOrdersTest {
  private final EmulatedOrg org = new EmulatedOrg();
  private final SalesforceOrders orders = new SalesforceOrders(org.session());

  @AfterEach
  void close() {
    org.close();
  }

  @Nested
  @DisplayName("a read")
  class Read {
    @Test
    @DisplayName("is one query, lines and products included")
    void oneQuery() {
      var id = org.order(3);

      assertThat(orders.find(id).orElseThrow().lines()).hasSize(3);

      assertThat(org.emulator().calls().all()).containsOnly(Map.entry("query", 1L), login());
    }

    @Test
    @DisplayName("follows the pages of a long list of lines, in an order that never changes")
    void childPages() {
      org.emulator().queries().childPageSize(2);
      var id = org.order(5);

      var items = orders.find(id).orElseThrow().lines().stream().map(line -> line.item()).toList();

      assertThat(items).hasSize(5).containsExactlyElementsOf(org.itemsOf(id));
    }

    @Test
    @DisplayName("understands a schedule and its time")
    void schedule() {
      var id = org.order(1);
      var at = Instant.parse("2026-12-01T00:30:00Z");
      org.data()
          .update(
              id.value(),
              Map.of("Activation_Type__c", "Scheduled", "Activation_Scheduled_At__c", at));

      var order = orders.find(id).orElseThrow();

      assertThat(order.scheduled()).isTrue();
      assertThat(order.scheduledFor()).contains(at);
    }

    @Test
    @DisplayName("tells the opportunity")
    void opportunity() {
      var id = org.order(1);
      var opportunity = org.opportunityOf(id);

      assertThat(orders.find(id).orElseThrow().opportunity()).contains(opportunity);
    }

    @Test
    @DisplayName("of a field the org does not have is refused with the field and its setting")
    void unknownField() {
      var fields =
          SalesforceFields.overriding(
              Map.of(SalesforceField.ORDER_ACTIVATION_STATUS, "Go_Live_Status__c"));
      var id = org.order(1);
      try (var session = org.sessionWith(fields)) {
        var halt = haltOf(() -> new SalesforceOrders(session).find(id));

        assertThat(halt).isInstanceOf(Halt.Refused.class);
        assertThat(halt.code()).isEqualTo(FailureCode.SALESFORCE_REFUSED);
        assertThat(halt.reason())
            .contains("Order.Go_Live_Status__c", "SF_FIELD_ORDER_ACTIVATION_STATUS");
      }
    }

    @Test
    @DisplayName("leaves out a field that is off")
    void fieldOff() {
      var fields =
          SalesforceFields.overriding(
              Map.of(SalesforceField.ORDER_TYPE, "off", SalesforceField.PRODUCT_SKU, "off"));
      var id = org.order(1);
      try (var session = org.sessionWith(fields)) {
        var order = new SalesforceOrders(session).find(id).orElseThrow();

        assertThat(order.type()).isEmpty();
        assertThat(order.lines().get(0).product()).contains("INTERNET-GOLD-HOME-1G");
      }
    }

    @Test
    @DisplayName("of all that waits follows every page")
    void sweepPages() {
      org.emulator().queries().pageSize(2);
      var waiting = List.of(org.order(0), org.order(0), org.order(0), org.order(0), org.order(0));

      assertThat(orders.awaitingFulfillment()).containsExactlyInAnyOrderElementsOf(waiting);
    }

    @Test
    @DisplayName("goes on with a new session when its own was ended")
    void sessionEnded() {
      var id = org.order(1);
      orders.find(id);
      org.emulator().revokeSessions();

      assertThat(orders.find(id)).isPresent();
      assertThat(org.emulator().logins()).isEqualTo(2);
    }
  }

  @Nested
  @DisplayName("a result")
  class Write {
    @Test
    @DisplayName("of success is one composite call: order, items and opportunity")
    void oneComposite() {
      var id = org.order(2);
      var items = org.itemsOf(id);
      var opportunity = org.opportunityOf(id);

      orders.write(
          activated(
              id,
              Map.of(items.get(0), services(72, 71), items.get(1), services(73)),
              Optional.of(opportunity)));

      assertThat(org.text(id.value(), "Status")).isEqualTo("Completed");
      assertThat(org.text(id.value(), "WHMCS_Order_ID__c")).isEqualTo("4711");
      assertThat(org.text(items.get(0).value(), "WHMCS_Service_ID__c")).isEqualTo("71,72");
      assertThat(org.text(items.get(1).value(), "WHMCS_Service_ID__c")).isEqualTo("73");
      assertThat(org.text(opportunity.value(), "WHMCS_Service_ID__c")).isEqualTo("71,72,73");
      assertThat(org.text(opportunity.value(), "WH_Registeration__c")).isEqualTo("#7");
      assertThat(org.emulator().calls().all()).containsOnly(Map.entry("composite", 1L), login());
    }

    @Test
    @DisplayName("of a large order is still one call")
    void manyItems() {
      var id = org.order(250);
      var services = new HashMap<OrderItemId, List<ServiceId>>();
      org.itemsOf(id).forEach(item -> services.put(item, services(services.size() + 1)));

      orders.write(activated(id, services, Optional.empty()));

      assertThat(org.itemsOf(id))
          .allSatisfy(
              item -> assertThat(org.text(item.value(), "WHMCS_Service_ID__c")).isNotEmpty());
      assertThat(org.emulator().calls().of("composite")).isEqualTo(1);
    }

    @Test
    @DisplayName("with more service ids than the field holds keeps the first, whole ones")
    void manyServices() {
      var id = org.order(1);
      var item = org.itemsOf(id).get(0);
      var many = LongStream.rangeClosed(100_001, 100_100).mapToObj(ServiceId::new).toList();

      orders.write(activated(id, Map.of(item, many), Optional.empty()));

      assertThat(org.text(item.value(), "WHMCS_Service_ID__c"))
          .hasSizeLessThanOrEqualTo(255)
          .matches("(\\d{6},)+\\d{6}");
    }

    @Test
    @DisplayName("of failure is one plain write")
    void plainWrite() {
      var id = org.order(1);

      orders.write(failed(id));

      assertThat(org.emulator().calls().all())
          .containsOnly(Map.entry("sobject.update", 1L), login());
    }

    @Test
    @DisplayName("is not kept from the order by an opportunity that is gone")
    void opportunityGone() {
      var id = org.order(1);
      var item = org.itemsOf(id).get(0);
      var opportunity = org.opportunityOf(id);
      org.data().delete(opportunity.value());

      orders.write(activated(id, Map.of(item, services(71)), Optional.of(opportunity)));

      assertThat(org.text(id.value(), "Activation_Status__c")).isEqualTo("Activated");
      assertThat(org.text(item.value(), "WHMCS_Service_ID__c")).isEqualTo("71");
    }

    @Test
    @DisplayName("is refused whole if the order is, with or without an opportunity")
    void orderRefused() {
      var id = org.order(1);
      var item = org.itemsOf(id).get(0);
      var opportunity = org.opportunityOf(id);
      org.emulator()
          .errors()
          .next("sobject.update", ScriptedError.validation("not from this state"), 1);

      var halt =
          haltOf(
              () ->
                  orders.write(
                      activated(id, Map.of(item, services(71)), Optional.of(opportunity))));

      assertThat(halt).isInstanceOf(Halt.Refused.class);
      assertThat(halt.reason()).contains("not from this state");
      assertThat(org.text(item.value(), "WHMCS_Service_ID__c")).isEmpty();
      assertThat(org.text(opportunity.value(), "WHMCS_Service_ID__c")).isEmpty();
    }

    @Test
    @DisplayName("waits out a locked row")
    void lockedRow() {
      var id = org.order(1);
      var services = Map.of(org.itemsOf(id).get(0), services(71));
      org.emulator().errors().next("sobject.update", ScriptedError.unableToLockRow(), 2);

      orders.write(activated(id, services, Optional.empty()));

      assertThat(org.text(id.value(), "Activation_Status__c")).isEqualTo("Activated");
      assertThat(org.emulator().calls().of("composite")).isEqualTo(3);
    }

    @Test
    @DisplayName("is put off, not refused, if the row stays locked")
    void staysLocked() {
      var id = org.order(0);
      var wrapped =
          new ScriptedError(
              400,
              "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
              "OrderTrigger: execution of AfterUpdate caused by: UNABLE_TO_LOCK_ROW, unable to"
                  + " obtain exclusive access to this record");
      org.emulator().errors().next("sobject.update", wrapped, 3);

      assertThat(haltOf(() -> orders.write(failed(id)))).isInstanceOf(Halt.Failed.class);
      assertThat(org.emulator().calls().of("sobject.update")).isEqualTo(3);
    }

    @Test
    @DisplayName("is put off when calls are used up, saying which")
    void limits() {
      var id = org.order(0);
      org.emulator().errors().next("sobject.update", ScriptedError.dailyLimit(), 1);
      org.emulator().errors().next("sobject.update", ScriptedError.concurrentLimit(), 1);

      var daily = haltOf(() -> orders.write(failed(id)));
      var concurrent = haltOf(() -> orders.write(failed(id)));

      assertThat(List.of(daily, concurrent))
          .allSatisfy(halt -> assertThat(halt).isInstanceOf(Halt.Failed.class))
          .extracting(Halt::code)
          .containsExactly(FailureCode.SALESFORCE_CALLS_USED_UP, FailureCode.HTTP_429);
      assertThat(daily.reason()).contains("24 hours");
      assertThat(concurrent.reason()).contains("long-running");
    }

    @Test
    @DisplayName("is written once with a new session when its own was ended")
    void sessionEnded() {
      var id = org.order(0);
      orders.find(id);
      org.emulator().revokeSessions();

      orders.write(failed(id));

      assertThat(org.text(id.value(), "Activation_Error_Code__c")).isEqualTo("ETIMEOUT");
      assertThat(org.emulator().logins()).isEqualTo(2);
    }
  }

  @Nested
  @DisplayName("the health probe")
  class Probe {
    private final SalesforceProbe probe = new SalesforceProbe(org.session());

    @Test
    @DisplayName("has nothing to say while all is well")
    void well() {
      assertThat(probe.name()).isEqualTo("salesforce");
      assertThat(probe.problem()).isEmpty();
    }

    @Test
    @DisplayName("says what is wrong, and throws nothing")
    void down() {
      org.emulator().errors().next("query", ScriptedError.serverUnavailable(), 1);
      assertThat(probe.problem()).get().asString().contains("SERVER_UNAVAILABLE");

      org.emulator().close();
      assertThat(probe.problem()).get().asString().contains("cannot be reached");
    }
  }

  private static WriteBack.Activated activated(
      OrderId order,
      Map<OrderItemId, List<ServiceId>> services,
      Optional<OpportunityId> opportunity) {
    return new WriteBack.Activated(
        order, new BillingOrderId(4711), new BillingClientId(7), true, services, opportunity);
  }

  private static WriteBack.Failed failed(OrderId order) {
    return new WriteBack.Failed(order, FailureCode.ETIMEOUT, "billing did not answer");
  }

  private static List<ServiceId> services(long... ids) {
    return LongStream.of(ids).mapToObj(ServiceId::new).toList();
  }

  private static Map.Entry<String, Long> login() {
    return Map.entry("token", 1L);
  }

  private static Halt haltOf(ThrowingCallable call) {
    return catchThrowableOfType(ExternalCallException.class, call).halt();
  }
}
