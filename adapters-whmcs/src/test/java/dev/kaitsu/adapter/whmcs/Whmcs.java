package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installation with one client and two products, and ways to reach it. */
final class Whmcs {
  static final BillingClientId CLIENT = new BillingClientId(5);
  static final OrderId ORDER = new OrderId("801A00000012345IAA");
  static final OrderId OTHER_ORDER = new OrderId("801A00000099999IAA");
  static final ProductId INTERNET = new ProductId(181);
  static final ProductId INSTALLATION = new ProductId(242);
  static final String MARKER_FIELD = "External reference";

  private Whmcs() {}

  static WhmcsEmulator start() {
    var emulator = WhmcsEmulator.start();
    emulator.add(WhmcsClient.active(5));
    emulator.add(WhmcsClient.active(6).withoutPayMethod());
    emulator.add(WhmcsProduct.monthly(181, "Internet", "4800.00").withAllowQty(2));
    emulator.add(WhmcsProduct.oneTime(242, "Installation", "22800.00"));
    return emulator;
  }

  static WhmcsConfig config(URI url) {
    return WhmcsConfig.of(url, credential());
  }

  static WhmcsConfig config(URI url, Duration timeout) {
    return new WhmcsConfig(
        url, credential(), timeout, 4, WhmcsConfig.Ordering.standard(), SimFields.DEFAULTS);
  }

  static WhmcsConfig config(URI url, WhmcsConfig.Ordering ordering) {
    return new WhmcsConfig(
        url, credential(), WhmcsConfig.DEFAULT_TIMEOUT, 4, ordering, SimFields.DEFAULTS);
  }

  static WhmcsConfig.Ordering markedIn(boolean notes, boolean field) {
    return new WhmcsConfig.Ordering(
        "mailin",
        true,
        true,
        field ? Optional.of(MARKER_FIELD) : Optional.empty(),
        notes,
        Optional.empty());
  }

  static WhmcsConfig.Ordering autoSetup(boolean on) {
    return new WhmcsConfig.Ordering("mailin", true, true, Optional.empty(), true, Optional.of(on));
  }

  private static WhmcsConfig.Credential credential() {
    return new WhmcsConfig.Credential(
        WhmcsEmulator.IDENTIFIER, WhmcsEmulator.SECRET, Optional.empty());
  }

  static WhmcsBilling billing(URI url) {
    return new WhmcsBilling(config(url), WhmcsCallListener.NONE);
  }

  static WhmcsBilling billing(WhmcsConfig config) {
    return new WhmcsBilling(config, WhmcsCallListener.NONE);
  }

  static BillingDraft draft() {
    return draft(CLIENT, line(INTERNET, 1), line(INSTALLATION, 1));
  }

  static BillingDraft draft(BillingClientId client, BillingLine... lines) {
    return new BillingDraft(ORDER, client, List.of(lines));
  }

  static BillingLine line(ProductId product, int quantity) {
    return line(product, quantity, Map.of());
  }

  static BillingLine line(ProductId product, int quantity, Map<Long, Long> options) {
    var cycle = product.equals(INSTALLATION) ? BillingCycle.ONETIME : BillingCycle.MONTHLY;
    var item = new OrderItemId("802A00000012345IAA");
    return new BillingLine(item, product, cycle, quantity, options);
  }
}
