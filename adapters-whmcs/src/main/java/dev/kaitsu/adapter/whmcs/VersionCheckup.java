package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;
import java.util.Optional;

/** Which version of WHMCS it is. Every one that lets us in will do. */
final class VersionCheckup implements Checkup {
  private static final String ACTION = "WhmcsDetails";

  private final WhmcsClient client;

  VersionCheckup(WhmcsClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "whmcs.version";
  }

  @Override
  public List<String> needs() {
    return List.of(LoginCheckup.NAME);
  }

  @Override
  public List<Finding> look() {
    return List.of(
        version()
            .map(version -> Finding.pass("WHMCS " + version))
            .orElseGet(
                () ->
                    Finding.warn(
                        "WHMCS does not tell its version",
                        "tick WhmcsDetails in the API role; nothing depends on it")));
  }

  private Optional<String> version() {
    return client.ask(ACTION) instanceof Answer.Success success
        ? success.reply().rows("whmcs", "whmcs").stream()
            .flatMap(details -> details.text("version").stream())
            .findFirst()
        : Optional.empty();
  }
}
