package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.SharedTokens;
import java.time.InstantSource;
import java.util.List;

/** Everything that can be seen of Salesforce before a go-live; all of it reads only. */
public final class SalesforceCheckups {
  /** What has succeeded once the API can be used. */
  public static final String USABLE = "salesforce.version";

  static final String LOGIN = "salesforce.login";

  /** How the calls of all checkups are told to whoever watches calls. */
  static final String OPERATION = "doctor";

  private SalesforceCheckups() {}

  /**
   * The checkups of one org.
   *
   * @param session one of its own, so that its login proves the key
   */
  public static List<Checkup> of(SalesforceSession session, InstantSource clock) {
    var rest = new SalesforceRest(session);
    return List.of(
        new ClockCheckup(session, clock),
        new LoginCheckup(session),
        new VersionCheckup(session, rest),
        new ObjectCheckup("Order", session.config(), rest),
        new PicklistCheckup(session.config(), rest),
        new ObjectCheckup("OrderItem", session.config(), rest),
        new ObjectCheckup("Product2", session.config(), rest),
        new ObjectCheckup("Opportunity", session.config(), rest),
        new VisibleOrdersCheckup(rest),
        new BudgetCheckup(session, rest));
  }

  /** Whether the fields of SIM orders are there. */
  public static Checkup sims(SalesforceSession session) {
    return new SimFieldsCheckup(session.config().simFields(), new SalesforceRest(session));
  }

  /**
   * Whether servers with this login find each other's session.
   *
   * @param needs the checkup of what they share it through
   */
  public static Checkup sharing(SharedTokens tokens, SalesforceConfig config, String needs) {
    return new SharingCheckup(new SharedAccess(tokens, config), needs);
  }
}
