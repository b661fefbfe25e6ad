package dev.kaitsu.sandbox.whmcs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.php.PhpArray;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code includes/api.php}: lets a call pass address, credential and role, in this order, then runs
 * its action and writes the answer down.
 */
final class Api {
  private final Installation installation;
  private final Map<String, Action> actions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Api(Installation installation, WhmcsStaff staff) {
    this.installation = installation;
    var statuses = new OrderStatusActions(installation);
    var clients = new ClientActions(installation);
    var system = new SystemActions(installation);
    var invoices = new InvoiceActions(installation);
    actions.put("AddOrder", new AddOrder(installation));
    actions.put("AcceptOrder", new AcceptOrder(installation));
    actions.put("CancelOrder", statuses::cancelOrder);
    actions.put("PendingOrder", statuses::pendingOrder);
    actions.put("GetOrderStatuses", statuses::getOrderStatuses);
    actions.put("GetOrders", new GetOrders(installation, staff));
    actions.put("GetProducts", new GetProducts(installation));
    actions.put("GetClientsProducts", new GetClientsProducts(installation));
    actions.put("UpdateClientProduct", new UpdateClientProduct(installation));
    actions.put("GetClientsDetails", clients::getClientsDetails);
    actions.put("GetPayMethods", clients::getPayMethods);
    actions.put("GetInvoices", new GetInvoices(installation));
    actions.put("CreateInvoice", invoices::createInvoice);
    actions.put("GetInvoice", invoices::getInvoice);
    actions.put("CapturePayment", invoices::capturePayment);
    actions.put("GetPaymentMethods", system::getPaymentMethods);
    actions.put("WhmcsDetails", system::whmcsDetails);
  }

  /** The documented spelling of the called action; unknown ones stay as they came. */
  String operation(PhpArray form) {
    String asked = form.text("action").orElse("");
    return actions.keySet().stream().filter(asked::equalsIgnoreCase).findFirst().orElse(asked);
  }

  Answer call(PhpArray form) {
    String operation = operation(form);
    FrontDoor door = installation.behaviour().frontDoor;
    if (operation.isEmpty()) {
      return error(400, "Empty action request");
    }
    if (door == FrontDoor.INVALID_IP) {
      return error(403, "Invalid IP 127.0.0.1");
    }
    if (door == FrontDoor.AUTHENTICATION_FAILED || !knowsTheSecret(form)) {
      return error(403, "Authentication Failed");
    }
    var action = actions.get(operation);
    if (action == null || installation.behaviour().deniedActions.contains(operation)) {
      return error(
          403,
          "Invalid Permissions: API action \"%s\" is not allowed"
              .formatted(operation.toLowerCase(Locale.ROOT)));
    }
    if (installation.style().warningOnly.contains(operation)) {
      return json(200, PhpJson.object().put("warning", "Some parameters were not understood"));
    }
    Reply reply = action.run(form);
    if (reply instanceof Reply.Success success) {
      ObjectNode body = PhpJson.object().put("result", "success");
      return json(200, body.setAll(success.fields().node()));
    }
    return error(200, ((Reply.Refusal) reply).message());
  }

  private static boolean knowsTheSecret(PhpArray form) {
    return form.text("identifier")
            .or(() -> form.text("username"))
            .orElse("")
            .equals(WhmcsEmulator.IDENTIFIER)
        && form.text("secret")
            .or(() -> form.text("password"))
            .orElse("")
            .equals(WhmcsEmulator.SECRET);
  }

  private Answer error(int status, String message) {
    String key = installation.style().errorsUnderStatus ? "status" : "result";
    return json(status, PhpJson.object().put(key, "error").put("message", message));
  }

  private Answer json(int status, ObjectNode body) {
    var style = installation.style();
    return Answer.json(status, style.prefix + PhpJson.write(body) + style.suffix);
  }
}
