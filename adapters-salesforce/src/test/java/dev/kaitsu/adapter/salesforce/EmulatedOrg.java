package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.sandbox.salesforce.OrgData;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.SeededProduct;
import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sandbox's Salesforce with one account and one product, and a session with it. */
final class EmulatedOrg implements AutoCloseable {
  private static final String CLIENT = "client-id";
  private static final String USER = "integration@example.com";

  private final SalesforceEmulator emulator = SalesforceEmulator.start(EventSink.ignoring());
  private final String account = data().account("Example KK");
  private final SeededProduct product =
      data().product("INTERNET-GOLD-HOME-1G").billedAs(182, "Monthly").create();
  private final SalesforceSession session;

  EmulatedOrg() {
    emulator.registerLogin(CLIENT, USER, Keys.RSA.getPublic());
    session = sessionWith(SalesforceFields.DEFAULTS);
  }

  SalesforceEmulator emulator() {
    return emulator;
  }

  OrgData data() {
    return emulator.data();
  }

  String account() {
    return account;
  }

  SalesforceSession session() {
    return session;
  }

  SalesforceSession sessionWith(SalesforceFields fields) {
    return sessionWith(fields, SalesforceCalls.UNWATCHED);
  }

  /** A session whose every call is told. */
  SalesforceSession sessionWith(SalesforceCalls calls) {
    return sessionWith(SalesforceFields.DEFAULTS, calls);
  }

  /** A session that asks for the SIM by these names. */
  SalesforceSession sessionWith(SimFieldNames simFields) {
    return sessionWith(SalesforceFields.DEFAULTS, simFields, SalesforceCalls.UNWATCHED);
  }

  private SalesforceSession sessionWith(SalesforceFields fields, SalesforceCalls calls) {
    return sessionWith(fields, SimFieldNames.DEFAULTS, calls);
  }

  private SalesforceSession sessionWith(
      SalesforceFields fields, SimFieldNames simFields, SalesforceCalls calls) {
    var defaults = SalesforceConfig.of(emulator.uri(), CLIENT, USER, Keys.rsa());
    var config =
        new SalesforceConfig(
            defaults.loginUrl(),
            defaults.clientId(),
            defaults.username(),
            defaults.key(),
            defaults.audience(),
            defaults.apiVersion(),
            defaults.timeout(),
            defaults.authTimeout(),
            defaults.tokenLifetime(),
            defaults.clientName(),
            defaults.finalStatus(),
            fields,
            simFields);
    return new SalesforceSession(
        config, new InMemorySharedTokens(new SettableClock()), InstantSource.system(), calls);
  }

  /** An approved order with so many items. */
  OrderId order(int items) {
    var seed = data().order(account);
    for (int i = 0; i < items; i++) {
      seed.item(product, 1);
    }
    var id = seed.create();
    emulator.approve(id);
    return new OrderId(id);
  }

  OpportunityId opportunityOf(OrderId order) {
    var id =
        data()
            .insert(
                "Opportunity",
                Map.of(
                    "Name", "Line for Example KK",
                    "StageName", "Ready",
                    "CloseDate", LocalDate.of(2026, 12, 1)));
    data().update(order.value(), Map.of("OpportunityId", id));
    return new OpportunityId(id);
  }

  List<OrderItemId> itemsOf(OrderId order) {
    var items = new ArrayList<OrderItemId>();
    for (var item : data().records("OrderItem")) {
      if (order.value().equals(item.get("OrderId"))) {
        items.add(new OrderItemId((String) item.get("Id")));
      }
    }
    return items;
  }

  String text(String id, String field) {
    return data().text(id, field).orElse("");
  }

  @Override
  public void close() {
    session.close();
    emulator.close();
  }
}
