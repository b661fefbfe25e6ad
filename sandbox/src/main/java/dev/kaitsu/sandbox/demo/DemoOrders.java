package dev.kaitsu.sandbox.demo;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.SimSeeds.SimSeed;
import dev.kaitsu.sandbox.salesforce.OrderSeed;
import dev.kaitsu.sandbox.salesforce.SeededProduct;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Seeds customers, a price book and orders of every kind. The same calls seed the same data. */
public final class DemoOrders {
  private static final int FIRST_CLIENT = 1001;
  private static final String ESIM = "eSIM";

  private final OutsideWorld world;
  private final DemoCatalogue catalogue;
  private final SimSeeds sims;
  private final List<Kind> kinds;
  private int customers;

  /** One kind of order: what it is called, how it must end, how it is made. */
  private record Kind(String name, Expected expected, boolean again, Maker maker) {}

  private interface Maker {
    Made make();
  }

  private record Made(String orderId, Optional<String> line) {}

  public DemoOrders(OutsideWorld world) {
    this.world = world;
    this.catalogue = DemoCatalogue.in(world);
    this.sims = new SimSeeds(world);
    this.kinds =
        List.of(
            kind("plain", Expected.activated(), this::plain),
            kind("several lines", Expected.activated(), this::severalLines),
            kind("quantity 3", Expected.activated(), () -> single(catalogue.vpn(), 3)),
            kind("config options", Expected.activated(), () -> single(catalogue.router(), 1)),
            kind("plain", Expected.activated(), this::plain),
            kind("already billed", Expected.skipped(0), this::alreadyBilled),
            kind("no payment method", Expected.failed("PAYMENT_METHOD_MISSING"), this::cannotPay),
            kind(
                "product not mapped",
                Expected.failed("MAPPING_PRODUCT_ID"),
                () -> single(catalogue.unmapped(), 1)),
            kind("unknown customer", Expected.failed("MAPPING_CUSTOMER_MISSING"), this::stranger),
            kind("no lines", Expected.failed("MAPPING_NO_LINES"), () -> order(customer()).create()),
            new Kind("approved again", Expected.skipped(1), true, without(this::plain)),
            sim(ESIM, Expected.activated(), sims::esim),
            sim("physical SIM", Expected.activated(), sims::physical),
            sim("eSIM, ported", Expected.activated(), o -> sims.portingIn(sims.esim(o))),
            sim("physical, ported", Expected.activated(), o -> sims.portingIn(sims.physical(o))),
            sim(
                "EID of 31 digits",
                Expected.failed("SIM_EID"),
                o -> sims.esim(o).with("EID__c", "8904903200000000000000000000001")),
            sim(
                "reservation expired",
                Expected.failed("SIM_MNP_EXPIRY"),
                o -> sims.expired(sims.esim(o))),
            sim(
                "SIM not in stock",
                Expected.failed("SIM_ACCOUNT_ABSENT"),
                sims::physicalUnknownToFreebit),
            sim(
                "number in service",
                Expected.failed("SIM_LINE_IN_USE"),
                o -> sims.inUse(sims.esim(o))));
  }

  private Kind sim(String name, Expected expected, Function<OrderSeed, SimSeed> seed) {
    return new Kind(
        name,
        expected,
        false,
        () -> {
          var sim = seed.apply(order(customer()).with("Type", "SIM").item(catalogue.sim(), 1));
          return new Made(sim.order().create(), Optional.of(sim.line()));
        });
  }

  private static Kind kind(String name, Expected expected, Supplier<String> maker) {
    return new Kind(name, expected, false, without(maker));
  }

  private static Maker without(Supplier<String> maker) {
    return () -> new Made(maker.get(), Optional.empty());
  }

  /** Makes orders, kind after kind, the list over again as often as needed. */
  public List<DemoOrder> make(int count) {
    var orders = new ArrayList<DemoOrder>();
    for (int i = 0; i < count; i++) {
      var kind = kinds.get(i % kinds.size());
      orders.add(made(kind));
    }
    return orders;
  }

  private static DemoOrder made(Kind kind) {
    var made = kind.maker().make();
    return new DemoOrder(kind.name(), made.orderId(), made.line(), kind.expected(), kind.again());
  }

  /** An order with one line, of a new customer; answers its id. */
  public String plain() {
    return single(catalogue.internet(), 1);
  }

  /** An order of a new eSIM, of a new customer. */
  public DemoOrder newEsim() {
    return kinds.stream()
        .filter(kind -> kind.name().equals(ESIM))
        .findFirst()
        .map(DemoOrders::made)
        .orElseThrow();
  }

  /** As many orders of new SIMs, every other one physical; answers their ids. */
  public List<String> sims(int count) {
    var orders = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var seed = order(customer()).with("Type", "SIM").item(catalogue.sim(), 1);
      orders.add((i % 2 == 0 ? sims.esim(seed) : sims.physical(seed)).order().create());
    }
    return orders;
  }

  /** As many plain orders, each of a customer of its own; answers their ids. */
  public List<String> plain(int count) {
    Map<String, Long> clients = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      var client = WhmcsClient.active(nextClient());
      clients.put(account(client), (long) client.id());
    }
    world.mappings().linkAll(clients);
    return clients.keySet().stream()
        .map(account -> order(account).item(catalogue.internet(), 1).create())
        .toList();
  }

  private String single(SeededProduct product, int quantity) {
    return order(customer()).item(product, quantity).create();
  }

  private String severalLines() {
    return order(customer())
        .item(catalogue.internet(), 1)
        .item(catalogue.installation(), 1)
        .item(catalogue.homePhone(), 1)
        .create();
  }

  private String alreadyBilled() {
    return order(customer())
        .with("WHMCS_Order_ID__c", "9001")
        .item(catalogue.internet(), 1)
        .create();
  }

  private String cannotPay() {
    return order(customer(WhmcsClient.active(nextClient()).withoutPayMethod()))
        .item(catalogue.internet(), 1)
        .create();
  }

  private String stranger() {
    return order(world.salesforce().data().account("Customer without mapping"))
        .item(catalogue.internet(), 1)
        .create();
  }

  private OrderSeed order(String account) {
    return world.salesforce().data().order(account);
  }

  private int nextClient() {
    return FIRST_CLIENT + customers++;
  }

  private String customer() {
    return customer(WhmcsClient.active(nextClient()));
  }

  private String customer(WhmcsClient client) {
    var account = account(client);
    world.mappings().link(account, client.id());
    return account;
  }

  private String account(WhmcsClient client) {
    world.whmcs().add(client);
    return world.salesforce().data().account("Customer " + client.id());
  }
}
