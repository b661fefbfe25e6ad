package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** Whether a session is shared already. Only looks: a session that was just made is not shared. */
final class SharingCheckup implements Checkup {
  private final SharedAccess shared;
  private final String needs;

  SharingCheckup(SharedAccess shared, String needs) {
    this.shared = shared;
    this.needs = needs;
  }

  @Override
  public String name() {
    return "redis.session";
  }

  @Override
  public List<String> needs() {
    return List.of(needs);
  }

  @Override
  public List<Finding> look() {
    return List.of(
        Finding.pass(
            shared.find().isPresent()
                ? "a server's Salesforce session is shared"
                : "no Salesforce session is shared yet: the first server to log in shares its own"));
  }
}
