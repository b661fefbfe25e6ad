package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.ServiceId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several services of one item in one text field, joined by commas. */
final class ServiceIds {
  private static final Logger log = LoggerFactory.getLogger(ServiceIds.class);

  // A text field's greatest length: one character more, and Salesforce refuses the whole write.
  private static final int LONGEST = 255;

  private ServiceIds() {}

  /** Growing ids, each once; those that do not fit are left to the ledger. */
  static String joined(List<ServiceId> services) {
    var joined = new StringBuilder();
    for (ServiceId service : services.stream().sorted().distinct().toList()) {
      var next = joined.isEmpty() ? service.toString() : "," + service;
      if (joined.length() + next.length() > LONGEST) {
        log.warn("only the first of {} service ids fit into Salesforce's field", services.size());
        break;
      }
      joined.append(next);
    }
    return joined.toString();
  }
}
