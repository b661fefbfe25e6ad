package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Acceptance;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import dev.kaitsu.testkit.contract.BillingContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("WHMCS keeps what billing promises")
class WhmcsBillingContractTest extends BillingContract {
  private final WhmcsEmulator whmcs = Whmcs.start();
  private final WhmcsBilling billing = Whmcs.billing(whmcs.apiUrl());
  private final WhmcsBilling unreachable = Whmcs.billing(nobodyThere());

  @AfterEach
  void close() {
    unreachable.close();
    billing.close();
    whmcs.close();
  }

  @Override
  protected Billing billing() {
    return billing;
  }

  @Override
  protected Billing unreachableBilling() {
    return unreachable;
  }

  @Override
  protected void hasClient(BillingClientId client, boolean withPaymentMethod) {
    var active = WhmcsClient.active((int) client.value());
    whmcs.add(withPaymentMethod ? active : active.withoutPayMethod());
  }

  @Override
  protected void hasProduct(ProductId product, boolean allowsQuantity) {
    int pid = (int) product.value();
    whmcs.add(
        WhmcsProduct.monthly(pid, "Product " + pid, "100.00").withAllowQty(allowsQuantity ? 2 : 0));
  }

  @Override
  protected void hasSimProduct(ProductId product) {
    int pid = (int) product.value();
    whmcs.add(
        WhmcsProduct.monthly(pid, "SIM " + pid, "100.00")
            .withCustomField(71, "SIM Number")
            .withCustomField(72, "Serial Number"));
  }

  @Override
  protected Optional<String> numberOn(ServiceId service) {
    return whmcs.books().service((int) service.value()).stream()
        .flatMap(each -> Optional.ofNullable(each.customFields().get(71)).stream())
        .findFirst();
  }

  @Override
  protected BillingOrderId staffOrders(BillingClientId client) {
    int pid = whmcs.books().products().get(0).pid();
    return new BillingOrderId(whmcs.staff().orders((int) client.value(), pid).id());
  }

  @Override
  protected void staffSets(BillingOrderId order, BillingOrderStatus status) {
    int id = (int) order.value();
    boolean done =
        switch (status) {
          case ACTIVE -> whmcs.staff().accepts(id);
          case CANCELLED -> whmcs.staff().cancels(id);
          case FRAUD -> whmcs.staff().marksAsFraud(id);
          case PENDING, OTHER -> false;
        };
    if (!done) {
      throw new IllegalArgumentException(
          "staff cannot set order %s to %s".formatted(order, status));
    }
  }

  @Override
  protected int ordersOf(BillingClientId client) {
    return whmcs.books().ordersOf((int) client.value()).size();
  }

  @Override
  protected void losesTheAnswerOfTheNextCreate() {
    whmcs.faults().script("AddOrder", Fault.after(Symptom.DROP), 1);
  }

  @Override
  protected void losesTheAnswerOfTheNextAccept() {
    whmcs.faults().script("AcceptOrder", Fault.after(Symptom.DROP), 1);
  }

  @Override
  protected void breaksTheNextLook() {
    whmcs.faults().script("GetClientsProducts", Fault.before(Symptom.TRUNCATED), 2);
  }

  @Override
  protected void failsTheNextSetup() {
    whmcs.behaviour().acceptance(Acceptance.MODULE_FAILS_ORDER_TURNS_ACTIVE);
  }

  @Override
  protected void setsUpItsFirstService(BillingOrderId order) {
    whmcs.staff().setsUpFirstService((int) order.value());
  }

  @Override
  protected List<String> secrets() {
    return List.of(WhmcsEmulator.IDENTIFIER, WhmcsEmulator.SECRET);
  }

  private static URI nobodyThere() {
    try (var socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
  }
}
