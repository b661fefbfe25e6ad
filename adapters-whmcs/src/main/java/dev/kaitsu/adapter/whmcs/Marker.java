package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.OrderId;
import java.util.regex.Pattern;

/** The sign on a billing order that says which Salesforce order it was made for. */
final class Marker {
  private static final int SHORT_FORM = 15;

  private final OrderId order;
  private final Pattern token;

  Marker(OrderId order) {
    this.order = order;
    var full = order.value();
    this.token =
        Pattern.compile(
            "(?<![A-Za-z0-9])%s(%s)?(?![A-Za-z0-9])"
                .formatted(full.substring(0, SHORT_FORM), full.substring(SHORT_FORM)));
  }

  /** As it is written. */
  String text() {
    return "sfOrderId=" + order;
  }

  /**
   * Whether the id stands in the text as a whole word, in its 15 or 18 character form. The id alone
   * is compared: stored text may come back with an entity where the equals sign was.
   */
  boolean isIn(String text) {
    return token.matcher(text).find();
  }
}
