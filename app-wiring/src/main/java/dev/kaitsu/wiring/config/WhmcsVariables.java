package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.whmcs.SimFields;
import dev.kaitsu.adapter.whmcs.WhmcsConfig;
import dev.kaitsu.adapter.whmcs.WhmcsConfig.Credential;
import dev.kaitsu.adapter.whmcs.WhmcsConfig.Ordering;
import java.util.Optional;

/** The {@code WHMCS_…} variables. */
final class WhmcsVariables {
  private static final int MOST_CONCURRENT = 256;

  private WhmcsVariables() {}

  static Optional<WhmcsConfig> read(Variables variables) {
    var url =
        variables.address(
            variables.required("WHMCS_API_URL", "https://<host>/includes/api.php"),
            "WHMCS_API_URL");
    var identifier =
        variables.requiredSecret("WHMCS_API_IDENTIFIER", "the API credential's identifier");
    var secret = variables.requiredSecret("WHMCS_API_SECRET", "the API credential's secret");
    var accessKey = variables.secret("WHMCS_ACCESS_KEY");
    var timeout = variables.duration("WHMCS_TIMEOUT", WhmcsConfig.DEFAULT_TIMEOUT);
    int concurrency =
        variables.integer("WHMCS_CONCURRENCY", WhmcsConfig.DEFAULT_CONCURRENCY, 1, MOST_CONCURRENT);
    var ordering = ordering(variables);
    var simFields = simFields(variables);
    if (url.isEmpty()
        || identifier.isEmpty()
        || secret.isEmpty()
        || ordering.isEmpty()
        || simFields.isEmpty()) {
      return Optional.empty();
    }
    return variables.build(
        () ->
            new WhmcsConfig(
                url.get(),
                new Credential(identifier.get(), secret.get(), accessKey),
                timeout,
                concurrency,
                ordering.get(),
                simFields.get()));
  }

  private static Optional<SimFields> simFields(Variables variables) {
    var names = SimFields.DEFAULTS;
    var simNumber = variables.text("WHMCS_SIM_NUMBER_FIELD").orElse(names.simNumber());
    var serialNumber = variables.text("WHMCS_SERIAL_NUMBER_FIELD").orElse(names.serialNumber());
    var eid = variables.text("WHMCS_EID_FIELD").orElse(names.eid());
    return variables.build(() -> new SimFields(simNumber, serialNumber, eid));
  }

  private static Optional<Ordering> ordering(Variables variables) {
    var standard = Ordering.standard();
    var paymentMethod = variables.text("WHMCS_PAYMENT_METHOD").orElse(standard.paymentMethod());
    boolean noInvoice = variables.flag("WHMCS_NO_INVOICE", standard.noInvoice());
    boolean noEmail = variables.flag("WHMCS_NO_EMAIL", standard.noEmail());
    var markerField = variables.text("WHMCS_MARKER_FIELD");
    boolean inNotes = variables.flag("WHMCS_MARKER_IN_NOTES", standard.markerInNotes());
    var autoSetup =
        variables.text("WHMCS_AUTO_SETUP").map(given -> variables.flag("WHMCS_AUTO_SETUP", false));
    return variables.build(
        () -> new Ordering(paymentMethod, noInvoice, noEmail, markerField, inNotes, autoSetup));
  }
}
