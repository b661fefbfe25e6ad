package dev.kaitsu.adapter.salesforce;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the field that an error is about, and says which permission or setting helps. */
final class FieldRemedy {
  // "… on entity 'Order'" from queries, "… on sobject of type Order" from writes
  private static final Pattern OBJECT =
      Pattern.compile("on (?:entity '|sobject of type )([A-Za-z0-9_]+)");

  private FieldRemedy() {}

  /** The remedy, to stand behind a message; empty if no field of ours is to blame. */
  static String of(Refusal refusal, SalesforceFields fields) {
    if (!refusal.errorCode().startsWith("INVALID_FIELD")) {
      return "";
    }
    return culprit(refusal.message(), fields)
        .map(
            field ->
                "; give the integration user access to %s.%s, or name the org's own field in %s%s"
                    .formatted(
                        field.object(),
                        fields.name(field),
                        field.variable(),
                        field.isDispensable() ? " ('off' if it has none)" : ""))
        .orElse("");
  }

  private static Optional<SalesforceField> culprit(String message, SalesforceFields fields) {
    var object = OBJECT.matcher(message);
    var named = object.find() ? Optional.of(object.group(1)) : Optional.<String>empty();
    return Arrays.stream(SalesforceField.values())
        .filter(fields::has)
        .filter(field -> named.map(field.object()::equals).orElse(true))
        .filter(field -> mentions(message, fields.name(field)))
        .findFirst();
  }

  private static boolean mentions(String message, String name) {
    return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])")
        .matcher(message)
        .find();
  }
}
