package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.outcomeUnknown;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer to AddOrder means. */
final class AddOrderReply {
  /** The documented errors, all of them raised before anything is made; any other text is doubt. */
  private static final List<String> REFUSALS =
      List.of(
          "client id not found",
          "unable to add order when client status is closed",
          "invalid payment method",
          "no items added to cart",
          "expecting parameter",
          "addon id invalid",
          "service id not owned by client id",
          "service id \\d+ can not be renewed",
          "domain .* (cannot be renewed|not owned)");

  private static final List<Pattern> REFUSAL_PATTERNS =
      REFUSALS.stream().map(Pattern::compile).toList();
  private static final Pattern IDS = Pattern.compile("[1-9]\\d{0,17}( *, *[1-9]\\d{0,17})*");

  private AddOrderReply() {}

  static BilledOrder made(WhmcsCall call, Answer answer) {
    if (answer instanceof Answer.Success success) {
      var reply = success.reply();
      return new BilledOrder(
          new BillingOrderId(reply.id("orderid").orElseThrow()), services(reply));
    }
    throw answer instanceof Answer.Denied denied
        ? WhmcsErrors.denied(call, denied)
        : notMade(call, (Answer.Refusal) answer);
  }

  private static ExternalCallException notMade(WhmcsCall call, Answer.Refusal refusal) {
    var text = refusal.message().toLowerCase(Locale.ROOT);
    if (REFUSAL_PATTERNS.stream().anyMatch(known -> known.matcher(text).lookingAt())) {
      return WhmcsErrors.refusal(call, refusal);
    }
    return outcomeUnknown(
        FailureCode.BILLING_REFUSED,
        "WHMCS answered AddOrder with an error after which an order may exist: "
            + refusal.message());
  }

  /** Before 7.8 the ids stood under {@code productids} only. */
  private static List<ServiceId> services(WireObject reply) {
    var csv = reply.text("serviceids").or(() -> reply.text("productids"));
    return csv.filter(IDS.asMatchPredicate()).stream()
        .flatMap(ids -> Stream.of(ids.split(",", -1)))
        .map(id -> new ServiceId(Long.parseLong(id.strip())))
        .toList();
  }
}
