package dev.kaitsu.server.api;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.OperationRequest.WhenBusy;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The bodies of requests for operations. */
final class SimBodies {
  private SimBodies() {}

  /** What every one of them can be asked. */
  interface Asking {
    LineOperation what();

    Optional<String> whenBusy();

    /** Whether to wait in line; that is so unless it says otherwise. */
    default WhenBusy busy() {
      return ApiRequest.field(
          "whenBusy",
          () ->
              switch (whenBusy().orElse("queue").toLowerCase(Locale.ROOT)) {
                case "queue" -> WhenBusy.QUEUE;
                case "refuse" -> WhenBusy.REFUSE;
                default -> throw new IllegalArgumentException("is neither queue nor refuse");
              });
    }
  }

  /** Data for money; the amount is a text, so that no digit is lost. */
  record TopUp(
      long client,
      int megabytes,
      String amount,
      Optional<String> expires,
      Optional<String> whenBusy)
      implements Asking {
    @Override
    public LineOperation what() {
      var payer = ApiRequest.field("client", () -> new BillingClientId(client));
      var price = ApiRequest.field("amount", () -> LineOperation.TopUp.amountOf(amount));
      var day = ApiRequest.field("expires", () -> expires.map(LocalDate::parse));
      return ApiRequest.field(
          "megabytes, amount or expires",
          () -> new LineOperation.TopUp(payer, megabytes, price, day));
    }
  }

  /** Another plan, at once or on a day. */
  record PlanChange(String plan, Optional<String> on, Optional<String> whenBusy) implements Asking {
    @Override
    public LineOperation what() {
      var code = ApiRequest.field("plan", () -> new PlanCode(plan));
      var day = ApiRequest.field("on", () -> on.map(LocalDate::parse));
      return ApiRequest.field("on", () -> new LineOperation.PlanChange(code, day));
    }
  }

  /** Another network. */
  record NetworkChange(String network, Optional<String> productNumber, Optional<String> whenBusy)
      implements Asking {
    @Override
    public LineOperation what() {
      var type = ApiRequest.field("network", () -> NetworkType.of(network));
      var card = ApiRequest.field("productNumber", () -> productNumber.map(ProductNumber::new));
      return new LineOperation.NetworkChange(type, card);
    }
  }
}
