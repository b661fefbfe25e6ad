package dev.kaitsu.adapter.salesforce;

/** Where callers get the session they call with. Safe for use by many threads. */
public interface AccessSource {
  /**
   * The session to call with; may wait for one login.
   *
   * @throws dev.kaitsu.port.out.ExternalCallException if there is no session to be had
   */
  SalesforceAccess access();

  /**
   * Says that Salesforce refused this session: the next {@link #access} brings another one.
   * Repeating it, or naming a session already replaced, does nothing.
   */
  void invalidate(SalesforceAccess rejected);
}
