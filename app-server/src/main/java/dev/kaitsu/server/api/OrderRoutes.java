package dev.kaitsu.server.api;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.in.FulfillmentDesk;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation;
import dev.kaitsu.port.in.FulfillmentDesk.Request;
import dev.kaitsu.wiring.page.ProgressPage;
import java.util.List;
import java.util.Map;

/** What may be asked about an order: where it stands, to fulfill it, what is not its own. */
final class OrderRoutes implements ApiRoutes {
  private final FulfillmentDesk desk;

  OrderRoutes(FulfillmentDesk desk) {
    this.desk = desk;
  }

  /** The body of a disowning. */
  record Disowning(List<Long> whmcsOrders) {}

  /** The body of an attestation. */
  record AttestedSim(boolean live) {}

  @Override
  public void addTo(ApiRouter api) {
    api.read("/orders/{orderId}", this::progress);
    api.change("/orders/{orderId}/fulfill", this::fulfill);
    api.change("/orders/{orderId}/disown", Disowning.class, this::disown);
    api.change("/orders/{orderId}/attest", AttestedSim.class, this::attest);
  }

  private ApiAnswer progress(ApiRequest request) {
    var order = order(request);
    return desk.progress(order)
        .map(ProgressPage::of)
        .map(ApiAnswer::ok)
        .orElseThrow(() -> unheardOf(order));
  }

  private ApiAnswer fulfill(ApiRequest request) {
    var order = order(request);
    var answer = desk.fulfill(order);
    if (answer instanceof Request.NotFound) {
      throw ApiProblem.notFound("order %s is not to be seen in Salesforce".formatted(order));
    }
    if (answer instanceof Request.Refused refused) {
      throw ApiProblem.conflict(
          "REFUSED", "order %s is not fulfilled: %s".formatted(order, refused.reason()));
    }
    return ApiAnswer.accepted(Map.of("order", order.value(), "accepted", true));
  }

  private ApiAnswer disown(ApiRequest request, Disowning body) {
    var order = order(request);
    var notOurs = ApiRequest.field("whmcsOrders", () -> idsOf(body.whmcsOrders()));
    if (!desk.disown(order, notOurs, request.caller().name())) {
      throw unheardOf(order);
    }
    return ApiAnswer.ok(Map.of("order", order.value(), "disowned", body.whmcsOrders()));
  }

  private ApiAnswer attest(ApiRequest request, AttestedSim body) {
    var order = order(request);
    var answer = desk.attest(order, body.live(), request.caller().name());
    if (answer instanceof Attestation.NotFound) {
      throw unheardOf(order);
    }
    if (answer instanceof Attestation.Refused refused) {
      throw ApiProblem.conflict(
          "REFUSED", "order %s is not attested: %s".formatted(order, refused.reason()));
    }
    return ApiAnswer.ok(Map.of("order", order.value(), "simLive", body.live()));
  }

  private static List<BillingOrderId> idsOf(List<Long> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("names no WHMCS order");
    }
    return numbers.stream().map(BillingOrderId::new).toList();
  }

  private static OrderId order(ApiRequest request) {
    return request.path("orderId", OrderId::new);
  }

  private static ApiProblem unheardOf(OrderId order) {
    return ApiProblem.notFound("Kaitsu has never heard of order %s".formatted(order));
  }
}
