package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.ArrayList;
import java.util.List;

/** Whether the org offers the API version that we call. */
final class VersionCheckup implements Checkup {
  private final SalesforceSession session;
  private final SalesforceRest rest;

  VersionCheckup(SalesforceSession session, SalesforceRest rest) {
    this.session = session;
    this.rest = rest;
  }

  @Override
  public String name() {
    return SalesforceCheckups.USABLE;
  }

  @Override
  public List<String> needs() {
    return List.of(SalesforceCheckups.LOGIN);
  }

  @Override
  public List<Finding> look() {
    var offered = new ArrayList<String>();
    for (JsonNode version : rest.read(SalesforceCheckups.OPERATION, "/services/data")) {
      Json.text(version, "version").map(number -> "v" + number).ifPresent(offered::add);
    }
    var ours = session.config().apiVersion();
    if (offered.isEmpty()) {
      return List.of(
          Finding.warn(
              "the org does not say which API versions it offers", "check SF_API_VERSION by hand"));
    }
    var newest = offered.get(offered.size() - 1);
    return List.of(
        offered.contains(ours)
            ? Finding.pass("API %s is offered, %s is the newest".formatted(ours, newest))
            : Finding.fail(
                "API %s is not offered, %s is the newest".formatted(ours, newest),
                "set SF_API_VERSION to a version from v60.0 to " + newest));
  }
}
