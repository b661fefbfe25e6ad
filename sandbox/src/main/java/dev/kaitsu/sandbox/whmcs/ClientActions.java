package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import java.util.List;

/** What can be asked about one client. */
final class ClientActions {
  private final Installation installation;

  ClientActions(Installation installation) {
    this.installation = installation;
  }

  /** The same data twice, under {@code client} and, deprecated, at the top. */
  Reply getClientsDetails(PhpArray form) {
    var id = form.integer("clientid");
    if (id.isEmpty()) {
      return Reply.error("Either clientid Or email Is Required");
    }
    var client = id.flatMap(installation.books()::client);
    if (client.isEmpty()) {
      return Reply.error("Client Not Found");
    }
    return Reply.success(details(client.get()).with("client", details(client.get()).node()));
  }

  Reply getPayMethods(PhpArray form) {
    var id = form.integer("clientid");
    if (id.isEmpty()) {
      return Reply.error("Client ID Is Required");
    }
    var client = id.flatMap(installation.books()::client);
    if (client.isEmpty()) {
      return Reply.error("Client Not Found");
    }
    Row answer = installation.row().digits("clientid", id.get());
    return Reply.success(
        answer.bareList(
            "paymethods", client.get().withPayMethod() ? List.of(card(id.get())) : List.of()));
  }

  private Row details(WhmcsClient client) {
    return installation
        .row()
        .number("id", client.id())
        .number("client_id", client.id())
        .number("userid", client.id())
        .text("firstname", client.name())
        .text("lastname", "Example")
        .text("fullname", client.name() + " Example")
        .text("email", "client%d@example.com".formatted(client.id()))
        .text("countrycode", "JP")
        .number("currency", 1)
        .text("currency_code", client.currency())
        .text("status", client.status())
        .text("credit", "0.00")
        .text("defaultgateway", "mailin")
        .bareList("customfields", List.of());
  }

  private Row card(int clientId) {
    return installation
        .row()
        .number("id", clientId)
        .text("type", "RemoteCreditCard")
        .text("description", "Visa-4242")
        .text("gateway_name", "stripe")
        .text("contact_type", "Client")
        .number("contact_id", clientId)
        .text("card_last_four", "4242")
        .text("expiry_date", "12/30")
        .blank("start_date", "issue_number")
        .text("card_type", "Visa")
        // In clear, as the real server has it, so that a caller who logs answers is found out.
        .text("remote_token", "card-token-" + clientId)
        .text("last_updated", "01/01/2026 00:00");
  }
}
