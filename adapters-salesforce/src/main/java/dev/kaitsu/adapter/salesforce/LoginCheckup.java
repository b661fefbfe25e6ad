package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** Logs in: proves address, connected app, user, key and clock together. */
final class LoginCheckup implements Checkup {
  private final SalesforceSession session;

  LoginCheckup(SalesforceSession session) {
    this.session = session;
  }

  @Override
  public String name() {
    return SalesforceCheckups.LOGIN;
  }

  @Override
  public List<Finding> look() {
    var access = session.access();
    return List.of(
        Finding.pass("logged in to org %s at %s".formatted(access.orgId(), access.instanceUrl())));
  }
}
