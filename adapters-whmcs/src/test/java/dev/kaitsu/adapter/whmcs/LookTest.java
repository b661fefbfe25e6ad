package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.AnswerStyle;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.ListOrder;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Notes;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

@DisplayName("A look at a client's orders")
class LookTest {
  private final WhmcsEmulator whmcs = Whmcs.start();
  private final WhmcsBilling billing = Whmcs.billing(whmcs.apiUrl());

  @AfterEach
  void close() {
    billing.close();
    whmcs.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Notes.class,
      names = {"ON_ORDER", "ON_SERVICE"})
  @DisplayName("finds the marker wherever this installation keeps notes")
  void findsTheMarker(Notes where) {
    whmcs.behaviour().notesAreStored(where);
    long staffs = whmcs.staff().orders(5, 181).id();
    var ours = billing.create(Whmcs.draft()).id();

    assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).orders())
        .containsExactly(
            new SeenOrder(new BillingOrderId(staffs), BillingOrderStatus.PENDING, false),
            new SeenOrder(ours, BillingOrderStatus.PENDING, true));
    assertThat(billing.look(Whmcs.CLIENT, Whmcs.OTHER_ORDER).marked()).isEmpty();
  }

  @Test
  @DisplayName("sees no order of another client")
  void otherClients() {
    billing.create(Whmcs.draft());
    whmcs.staff().orders(6, 181);

    assertThat(billing.look(new BillingClientId(6), Whmcs.ORDER).orders())
        .singleElement()
        .extracting(SeenOrder::marked)
        .isEqualTo(false);
  }

  @ParameterizedTest
  @EnumSource(AnswerStyle.EmptyList.class)
  @DisplayName("of a client without orders is empty, however WHMCS writes that")
  void noOrders(AnswerStyle.EmptyList form) {
    whmcs.answerStyle().emptyLists(form);
    whmcs.answerStyle().ids(AnswerStyle.Ids.TEXTS);

    assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).orders()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AnswerStyle.Rows.class)
  @DisplayName("reads rows in every form WHMCS gives them")
  void rowForms(AnswerStyle.Rows form) {
    whmcs.answerStyle().rows(form);
    whmcs.answerStyle().ids(AnswerStyle.Ids.NUMBERS);
    var ours = billing.create(Whmcs.draft()).id();
    assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).marked())
        .extracting(SeenOrder::id)
        .containsExactly(ours);

    whmcs.staff().orders(5, 181);
    assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).orders()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(ListOrder.class)
  @DisplayName("reads all pages, in whatever order they come and however short they are")
  void allPages(ListOrder order) {
    var ours = billing.create(Whmcs.draft()).id();
    for (int i = 0; i < 24; i++) {
      whmcs.staff().orders(5, 181);
    }
    whmcs.behaviour().listsCome(order);
    whmcs.behaviour().capPagesAt(7);

    var look = billing.look(Whmcs.CLIENT, Whmcs.ORDER);

    assertThat(look.orders()).hasSize(25);
    assertThat(look.marked()).extracting(SeenOrder::id).containsExactly(ours);
  }

  @ParameterizedTest
  @EnumSource(ListOrder.class)
  @DisplayName("starts again when orders appear between two pages")
  void movingList(ListOrder order) {
    var ours = billing.create(Whmcs.draft()).id();
    for (int i = 0; i < 9; i++) {
      whmcs.staff().orders(5, 181);
    }
    whmcs.behaviour().listsCome(order);
    whmcs.behaviour().capPagesAt(4);
    whmcs.behaviour().staffOrdersBetweenPages(2);

    var look = billing.look(Whmcs.CLIENT, Whmcs.ORDER);

    assertThat(look.orders()).hasSize(12);
    assertThat(look.marked()).extracting(SeenOrder::id).containsExactly(ours);
  }

  @Test
  @DisplayName("that never comes to rest is an exception, not a partial look")
  void restlessList() {
    for (int i = 0; i < 9; i++) {
      whmcs.staff().orders(5, 181);
    }
    whmcs.behaviour().capPagesAt(2);
    whmcs.behaviour().staffOrdersBetweenPages(1_000);

    assertThatThrownBy(() -> billing.look(Whmcs.CLIENT, Whmcs.ORDER))
        .isInstanceOf(ExternalCallException.class)
        .hasMessageContaining("GetOrders");
  }

  @Test
  @DisplayName("is an exception if the services cannot be read")
  void malformedServices() {
    billing.create(Whmcs.draft());
    whmcs.behaviour().storesMalformedText(5);

    assertThatThrownBy(() -> billing.look(Whmcs.CLIENT, Whmcs.ORDER))
        .isInstanceOf(ExternalCallException.class)
        .hasMessageContaining("Malformed UTF-8");
  }

  @ParameterizedTest
  @EnumSource(
      value = Symptom.class,
      names = {"HTML_200", "EMPTY_200", "TRUNCATED", "HTTP_500", "REDIRECT_307"})
  @DisplayName("is an exception if an answer is damaged")
  void damagedAnswer(Symptom symptom) {
    billing.create(Whmcs.draft());
    whmcs.faults().script("GetOrders", Fault.before(symptom), 5);

    assertThatThrownBy(() -> billing.look(Whmcs.CLIENT, Whmcs.ORDER))
        .isInstanceOf(ExternalCallException.class);
  }

  @Test
  @DisplayName("shows an order's state as it is now")
  void states() {
    var ours = billing.create(Whmcs.draft()).id();
    whmcs.staff().cancels((int) ours.value());

    assertThat(billing.look(Whmcs.CLIENT, Whmcs.ORDER).orders())
        .isEqualTo(List.of(new SeenOrder(ours, BillingOrderStatus.CANCELLED, true)));
  }

  @Test
  @DisplayName("reads orders and services in the log context of its caller")
  void logContext() {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    WhmcsCallListener listener =
        (action, took, failure) -> heard.add(action + " " + MDC.get("correlationId"));
    try (var watched = new WhmcsBilling(Whmcs.config(whmcs.apiUrl()), listener);
        var context = MDC.putCloseable("correlationId", "c-1")) {
      assertThat(context).isNotNull();
      watched.look(Whmcs.CLIENT, Whmcs.ORDER);
    }
    assertThat(heard).containsExactlyInAnyOrder("GetOrders c-1", "GetClientsProducts c-1");
  }
}
