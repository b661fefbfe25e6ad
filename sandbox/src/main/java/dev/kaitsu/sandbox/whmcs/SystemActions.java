package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;

/** What can be asked about the installation itself. */
final class SystemActions {
  private final Installation installation;

  SystemActions(Installation installation) {
    this.installation = installation;
  }

  Reply whmcsDetails(PhpArray form) {
    String version = installation.behaviour().version;
    Row whmcs =
        installation
            .row()
            .text("version", version.split("-", 2)[0])
            .text("canonicalversion", version);
    return Reply.success(installation.row().with("whmcs", whmcs.node()));
  }

  Reply getPaymentMethods(PhpArray form) {
    var rows =
        Installation.GATEWAYS.entrySet().stream()
            .map(
                gateway ->
                    installation
                        .row()
                        .text("module", gateway.getKey())
                        .text("displayname", gateway.getValue()))
            .toList();
    return Reply.success(
        installation
            .row()
            .number("totalresults", rows.size())
            .list("paymentmethods", "paymentmethod", rows));
  }
}
