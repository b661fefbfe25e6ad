package dev.kaitsu.server;

import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.salesforce.OrderSeed;
import dev.kaitsu.sandbox.salesforce.SeededProduct;
import dev.kaitsu.sandbox.store.PostgresOptions;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import dev.kaitsu.sandbox.whmcs.WhmcsOrder;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An outside world with a price book, and with as many customers and orders as a test wants. */
final class Scene implements AutoCloseable {
  static final int INTERNET = 181;
  static final int INSTALLATION = 242;
  static final String PROVISION_EVENT = "OrderProvisionRequested__e";
  static final String FULFILMENT_EVENT = "Order_Fulfilment_Requested__e";
  static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final OutsideWorld world = OutsideWorld.start(PostgresOptions.fast());
  private final SeededProduct internet;
  private final SeededProduct installation;
  private int customers;

  Scene() {
    world.whmcs().add(WhmcsProduct.monthly(INTERNET, "Internet", "4600.00"));
    world.whmcs().add(WhmcsProduct.oneTime(INSTALLATION, "Installation", "22800.00"));
    var org = world.salesforce().data();
    internet = org.product("INTERNET").billedAs(INTERNET, "Monthly").create();
    installation = org.product("INSTALLATION").billedAs(INSTALLATION, "Onetime").create();
  }

  OutsideWorld world() {
    return world;
  }

  SeededProduct internet() {
    return internet;
  }

  SeededProduct installation() {
    return installation;
  }

  /** The environment of a server that sweeps at its start only, and gives up on nothing quickly. */
  Map<String, String> environment(Map<String, String> changes) {
    var variables = new HashMap<>(world.environment());
    variables.put("KAITSU_SWEEP_INTERVAL", "1h");
    variables.put("KAITSU_LOOK_WINDOW", "2s");
    variables.put("WHMCS_TIMEOUT", "10s");
    variables.putAll(changes);
    return variables;
  }

  /** A server that hears of every approval from now on. */
  RunningServer serve(Map<String, String> changes) {
    return RunningServer.start(environment(changes)).awaitStreams();
  }

  RunningServer serve() {
    return serve(Map.of());
  }

  /** Ends all trouble that tests make. */
  void calm() {
    world.whmcs().faults().clear();
    world.whmcs().behaviour().frontDoor(FrontDoor.OPEN);
    world.salesforce().faults().clear();
    world.salesforce().errors().clear();
    world.salesforce().captureChanges(true);
    world.salesforce().publishEvents(Set.of(PROVISION_EVENT));
  }

  /** An order of a new customer, whose client number is {@link #clientOf}. */
  OrderSeed order() {
    int client = 1001 + customers++;
    world.whmcs().add(WhmcsClient.active(client));
    var account = world.salesforce().data().account("Customer " + client);
    world.mappings().link(account, client);
    return world.salesforce().data().order(account).with("PoNumber", String.valueOf(client));
  }

  String plainOrder() {
    return order().item(internet, 1).create();
  }

  List<String> plainOrders(int count) {
    var orders = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      orders.add(plainOrder());
    }
    return orders;
  }

  void approve(String order) {
    world.salesforce().approve(order);
  }

  void approve(List<String> orders) {
    world.salesforce().approve(orders);
  }

  int clientOf(String order) {
    return Integer.parseInt(text(order, "PoNumber"));
  }

  /** A field of a record in Salesforce; the empty text if it has no value. */
  String text(String record, String field) {
    return world.salesforce().data().text(record, field).orElse("");
  }

  String activation(String order) {
    return text(order, "Activation_Status__c");
  }

  void awaitActivation(String order, String status) {
    awaitActivation(List.of(order), status);
  }

  void awaitActivation(List<String> orders, String status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .until(() -> orders.stream().map(this::activation).allMatch(status::equals));
  }

  /** The orders that WHMCS itself holds for an order. */
  List<WhmcsOrder> billed(String order) {
    return world.whmcs().books().ordersOf(clientOf(order));
  }

  /** How many orders WHMCS holds for each, in the same order. */
  List<Integer> timesBilled(List<String> orders) {
    return orders.stream().map(order -> billed(order).size()).toList();
  }

  /** How often AddOrder was called for the customer of an order. */
  long creatingCalls(String order) {
    return world.whmcs().calls().made().stream()
        .filter(call -> call.action().equals("AddOrder") && call.clientId() == clientOf(order))
        .count();
  }

  Database database() {
    return new Database(world.postgres().jdbcUrl("portal"));
  }

  @Override
  public void close() {
    world.close();
  }
}
