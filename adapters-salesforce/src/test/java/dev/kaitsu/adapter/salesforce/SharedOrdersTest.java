package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedErrors;
import dev.kaitsu.testkit.AnOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Many orders at once, against the sandbox's Salesforce")
class SharedOrdersTest {
  private final Line line = new Line();
  private final EmulatedOrg org = new EmulatedOrg();
  private final SalesforceSession session = org.sessionWith(line);
  private final SalesforceOrders orders = new SalesforceOrders(session);

  @AfterEach
  void close() {
    session.close();
    org.close();
  }

  @Test
  @DisplayName("a burst of 200 costs at most half a call for each, read and write together")
  void burst() {
    var ids = IntStream.range(0, 200).mapToObj(i -> org.order(1)).toList();

    var running =
        ids.stream()
            .map(
                id ->
                    Line.start(
                        () -> {
                          write(activated(orders.find(id).orElseThrow()));
                          return id;
                        }))
            .toList();

    assertThat(running).extracting(Running::result).containsExactlyElementsOf(ids);
    assertThat(ids).allSatisfy(this::isActivated);
    assertThat(calls("query") + calls("composite") + calls("collections.update"))
        .isLessThanOrEqualTo(100);
  }

  @Nested
  @DisplayName("reads that share a query")
  class Reads {
    private final OrderId first = org.order(1);

    @Test
    @DisplayName("are 100 a call")
    void fewCalls() {
      var ids = IntStream.range(0, 199).mapToObj(i -> org.order(1)).toList();

      assertThat(together(ids).stream().map(Running::result).map(found -> found.get().id()))
          .containsExactlyElementsOf(ids);

      assertThat(calls("query")).isEqualTo(3);
    }

    @Test
    @DisplayName(
        "bring each its own: all of its lines, nothing where there is nothing, or the same")
    void eachItsOwn() {
      org.emulator().queries().childPageSize(2);
      var small = org.order(1);
      var large = org.order(5);

      var found =
          together(List.of(small, AnOrder.ID, large, small)).stream().map(Running::result).toList();

      assertThat(found)
          .extracting(order -> order.map(Order::id))
          .containsExactly(
              Optional.of(small), Optional.empty(), Optional.of(large), Optional.of(small));
      assertThat(found.get(2).orElseThrow().lines()).hasSize(5);
      assertThat(found.get(3)).isEqualTo(found.get(0));
      assertThat(calls("query")).isEqualTo(2);
    }

    @Test
    @DisplayName("follow the pages of the query")
    void pages() {
      org.emulator().queries().pageSize(2);
      var ids = IntStream.range(0, 5).mapToObj(i -> org.order(1)).toList();

      assertThat(together(ids)).allSatisfy(found -> assertThat(found.result()).isPresent());
    }

    @Test
    @DisplayName("fail together in an outage, and do not ask once more for each")
    void outage() {
      line.hold(() -> orders.find(first));
      org.emulator().errors().next("query", ScriptedError.dailyLimit(), 1);
      var others = line.join(finding(List.of(first, org.order(1), org.order(1))));
      line.release();

      assertThat(others)
          .allSatisfy(
              other ->
                  assertThat(other.halt())
                      .isInstanceOf(Halt.Failed.class)
                      .returns(FailureCode.SALESFORCE_CALLS_USED_UP, Halt::code));
      assertThat(calls("query")).isEqualTo(2);
    }

    @Test
    @DisplayName("are made one by one if the query is refused")
    void refused() {
      line.hold(() -> orders.find(first));
      org.emulator().errors().next("query", new ScriptedError(400, "MALFORMED_QUERY", "odd"), 1);
      var others = line.join(finding(List.of(first, org.order(1))));
      line.release();

      assertThat(others).allSatisfy(other -> assertThat(other.result()).isPresent());
      assertThat(calls("query")).isEqualTo(4);
    }

    private List<Running<Optional<Order>>> together(List<OrderId> ids) {
      return line.together(() -> orders.find(first), finding(ids));
    }

    private List<Callable<Optional<Order>>> finding(List<OrderId> ids) {
      return ids.stream().<Callable<Optional<Order>>>map(id -> () -> orders.find(id)).toList();
    }
  }

  @Nested
  @DisplayName("results that share a write")
  class Writes {
    private final OrderId first = org.order(1);
    private final List<OrderId> ids = List.of(org.order(2), org.order(1), org.order(1));

    @Test
    @DisplayName("are one call, up to 200 records")
    void fewCalls() {
      var many = IntStream.range(0, 199).mapToObj(i -> org.order(1)).toList();

      together(writing(many)).forEach(Running::result);

      assertThat(many).allSatisfy(SharedOrdersTest.this::isActivated);
      assertThat(calls("composite")).isEqualTo(1);
      assertThat(calls("collections.update")).isEqualTo(2);
    }

    @Test
    @DisplayName("of which one is refused: that order alone is refused")
    void oneRefused() {
      var odd = ScriptedError.validation("not from this state");
      var results =
          behindTheFirst(
              () -> {
                org.emulator().errors().next(ScriptedErrors.ROWS, odd, 1);
                org.emulator().errors().next("sobject.update", odd, 1);
              });

      assertThat(results.get(0).halt()).isInstanceOf(Halt.Refused.class);
      assertThat(results.get(0).halt().reason()).contains("not from this state");
      results.subList(1, 3).forEach(Running::result);
      assertThat(ids.subList(1, 3)).allSatisfy(SharedOrdersTest.this::isActivated);
      assertThat(org.text(ids.get(0).value(), "Activation_Status__c")).isEqualTo("Activating");
    }

    @Test
    @DisplayName("of which one meets a locked row: that order alone is written again")
    void oneLocked() {
      behindTheFirst(
              () ->
                  org.emulator()
                      .errors()
                      .next(ScriptedErrors.ROWS, ScriptedError.unableToLockRow(), 1))
          .forEach(Running::result);

      assertThat(ids).allSatisfy(SharedOrdersTest.this::isActivated);
      assertThat(calls("collections.update")).isEqualTo(1);
      assertThat(calls("composite")).isEqualTo(2);
    }

    @Test
    @DisplayName("are all uncertain if its answer is lost; writing them again is harmless")
    void answerLost() {
      var results =
          behindTheFirst(
              () ->
                  org.emulator()
                      .faults()
                      .script("collections.update", Fault.after(Symptom.DROP), 1));

      assertThat(results)
          .allSatisfy(result -> assertThat(result.halt()).isInstanceOf(Halt.Uncertain.class));
      assertThat(ids).allSatisfy(SharedOrdersTest.this::isActivated);
      together(writing(ids)).forEach(Running::result);
      assertThat(ids).allSatisfy(SharedOrdersTest.this::isActivated);
      assertThat(calls("collections.update")).isEqualTo(2);
    }

    @Test
    @DisplayName("are all put off if calls are used up, without a further call")
    void limit() {
      var results =
          behindTheFirst(
              () ->
                  org.emulator()
                      .errors()
                      .next("collections.update", ScriptedError.dailyLimit(), 1));

      assertThat(results)
          .allSatisfy(result -> assertThat(result.halt()).isInstanceOf(Halt.Failed.class));
      assertThat(calls("composite") + calls("collections.update")).isEqualTo(2);
    }

    @Test
    @DisplayName("are written one by one if the call as such is refused")
    void refusedWhole() {
      behindTheFirst(
              () ->
                  org.emulator()
                      .errors()
                      .next(
                          "collections.update",
                          new ScriptedError(400, "JSON_PARSER_ERROR", "odd"),
                          1))
          .forEach(Running::result);

      assertThat(ids).allSatisfy(SharedOrdersTest.this::isActivated);
    }

    @Test
    @DisplayName("are not kept from an order by its opportunity that is gone")
    void opportunityGone() {
      var opportunity = org.opportunityOf(ids.get(0));
      org.data().delete(opportunity.value());

      together(List.of(writing(ids.get(0), Optional.of(opportunity)), writing(ids.get(1))))
          .forEach(Running::result);

      assertThat(ids.subList(0, 2)).allSatisfy(SharedOrdersTest.this::isActivated);
    }

    @Test
    @DisplayName("name no record twice: orders of one opportunity are written apart")
    void sameOpportunity() {
      var opportunity = Optional.of(org.opportunityOf(ids.get(0)));

      together(List.of(writing(ids.get(0), opportunity), writing(ids.get(1), opportunity)))
          .forEach(Running::result);

      assertThat(ids.subList(0, 2)).allSatisfy(SharedOrdersTest.this::isActivated);
      assertThat(org.text(opportunity.get().value(), "WH_Registeration__c")).isEqualTo("#7");
      assertThat(calls("composite")).isEqualTo(2);
    }

    @Test
    @DisplayName("keep the order of one order's results: they are never in one call")
    void sameOrder() {
      var failed = new WriteBack.Failed(ids.get(0), FailureCode.ETIMEOUT, "no answer");

      together(List.of(writing(ids.get(1)), () -> write(failed), writing(ids.get(0))))
          .forEach(Running::result);

      assertThat(ids.subList(0, 2)).allSatisfy(SharedOrdersTest.this::isActivated);
      assertThat(org.data().text(ids.get(0).value(), "Activation_Error_Code__c")).isEmpty();
    }

    @Test
    @DisplayName("leave one with more than 200 records to a call of its own")
    void large() {
      var large = org.order(250);

      together(writing(List.of(ids.get(0), large, ids.get(1)))).forEach(Running::result);

      assertThat(List.of(ids.get(0), large, ids.get(1)))
          .allSatisfy(SharedOrdersTest.this::isActivated);
    }

    private List<Running<Boolean>> behindTheFirst(Runnable script) {
      line.hold(() -> write(activated(first, Optional.empty())));
      script.run();
      var results = line.join(writing(ids));
      line.release();
      return results;
    }

    private List<Running<Boolean>> together(List<Callable<Boolean>> writes) {
      return line.together(() -> write(activated(first, Optional.empty())), writes);
    }

    private List<Callable<Boolean>> writing(List<OrderId> of) {
      return of.stream().map(this::writing).toList();
    }

    private Callable<Boolean> writing(OrderId id) {
      return writing(id, Optional.empty());
    }

    private Callable<Boolean> writing(OrderId id, Optional<OpportunityId> opportunity) {
      var result = activated(id, opportunity);
      return () -> write(result);
    }
  }

  private boolean write(WriteBack result) {
    orders.write(result);
    return true;
  }

  private WriteBack activated(OrderId id, Optional<OpportunityId> opportunity) {
    return activated(id, org.itemsOf(id).stream(), opportunity);
  }

  private static WriteBack activated(Order order) {
    return activated(order.id(), order.lines().stream().map(line -> line.item()), Optional.empty());
  }

  private static WriteBack activated(
      OrderId id, Stream<OrderItemId> items, Optional<OpportunityId> opportunity) {
    return new WriteBack.Activated(
        id,
        new BillingOrderId(4711),
        new BillingClientId(7),
        true,
        items.collect(Collectors.toMap(item -> item, item -> List.of(new ServiceId(71)))),
        opportunity);
  }

  private void isActivated(OrderId id) {
    assertThat(org.text(id.value(), "Activation_Status__c")).isEqualTo("Activated");
    assertThat(org.itemsOf(id))
        .allSatisfy(
            item -> assertThat(org.text(item.value(), "WHMCS_Service_ID__c")).isEqualTo("71"));
  }

  private long calls(String operation) {
    return org.emulator().calls().of(operation);
  }
}
