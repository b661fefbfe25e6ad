package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.http.LoopbackServer;
import dev.kaitsu.sandbox.salesforce.cdc.ChangeEvents;
import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import dev.kaitsu.sandbox.salesforce.cdc.Telling;
import dev.kaitsu.sandbox.salesforce.oauth.LoginKeys;
import dev.kaitsu.sandbox.salesforce.oauth.OAuthEndpoints;
import dev.kaitsu.sandbox.salesforce.oauth.Sessions;
import dev.kaitsu.sandbox.salesforce.rest.ApiCalls;
import dev.kaitsu.sandbox.salesforce.rest.RestApi;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedErrors;
import dev.kaitsu.sandbox.salesforce.soql.QueryEngine;
import dev.kaitsu.sandbox.salesforce.store.PortalOrg;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * A Salesforce org on a loopback port. Its events go to an {@link EventSink}. Safe for use by many
 * threads.
 *
 * <p>Operation names, for {@link #faults}, {@link #errors} and {@link #calls}: {@code token,
 * revoke, introspect, userinfo, identity, versions, query, query.more, sobject.get, sobject.create,
 * sobject.update, sobject.delete, event.publish, describe, limits, composite, collections.get,
 * collections.update}.
 */
public final class SalesforceEmulator implements AutoCloseable {
  private final SeededOrg org;
  private final PlatformEvents platformEvents;
  private final ChangeEvents changeEvents;
  private final SupportDesk desk;
  private final QueryEngine queries;
  private final Sessions sessions;
  private final LoginKeys keys = new LoginKeys();
  private final OAuthEndpoints oauth;
  private final ApiCalls calls = new ApiCalls();
  private final ScriptedErrors errors = new ScriptedErrors();
  private final Faults faults = new Faults();
  private final OrderTimes orderTimes;
  private final OrderHistory orderHistory = new OrderHistory();
  private final LoopbackServer server;

  private SalesforceEmulator(int port, EventSink sink, InstantSource clock) {
    var store = new Store(PortalOrg.schema(), clock);
    org = SeededOrg.in(store);
    changeEvents = new ChangeEvents(store.schema(), List.of("Order", "OrderItem"), sink);
    platformEvents = new PlatformEvents(sink, clock);
    var flow = new ApprovalFlow(platformEvents);
    orderTimes = new OrderTimes(clock);
    store.beforeSave(flow);
    store.onCommit(orderTimes); // before the events, so that an approval is never late
    store.onCommit(orderHistory);
    store.onCommit(changeEvents);
    store.onCommit(flow);
    desk = new SupportDesk(org.data(), platformEvents, org.agent());
    queries = new QueryEngine(store);
    sessions = new Sessions(clock, org.organizationId());
    oauth = new OAuthEndpoints(keys, sessions, clock, org.organizationId());
    var api = new RestApi(store, queries, sessions, oauth, platformEvents, calls, errors, faults);
    server =
        LoopbackServer.start(
            "salesforce",
            port,
            exchange -> {
              orderTimes.arrived(exchange.getRequestURI());
              api.handle(exchange);
            });
    audiences(
        Set.of("https://login.salesforce.com", "https://test.salesforce.com", uri().toString()));
  }

  /** Starts an org on a free port, living by the machine's clock. */
  public static SalesforceEmulator start(EventSink sink) {
    return start(0, sink, InstantSource.system());
  }

  /**
   * Starts an org.
   *
   * @param port the port to take; 0 takes a free one
   * @param clock stamps records, events and sessions, and judges login assertions
   */
  public static SalesforceEmulator start(int port, EventSink sink, InstantSource clock) {
    return new SalesforceEmulator(port, sink, clock);
  }

  /** Login URL and instance URL in one, without a slash at its end. */
  public URI uri() {
    return server.uri();
  }

  /** The 18-character organization id, which the Pub/Sub API calls tenant id. */
  public String organizationId() {
    return org.organizationId();
  }

  /** The user every registered login acts as. */
  public String integrationUserId() {
    return org.integrationUser().userId();
  }

  /** The records: to seed and to inspect. */
  public OrgData data() {
    return org.data();
  }

  /** Lets a connected app log the integration user in with the private half of this key. */
  public void registerLogin(String clientId, String username, PublicKey key) {
    keys.register(clientId, key, username, integrationUserId());
  }

  /** Sets the {@code aud} values taken at login: by default both login hosts and {@link #uri}. */
  public void audiences(Set<String> accepted) {
    oauth.audiences(accepted);
  }

  /** Opens a session without a login and answers its access token. */
  public String openSession() {
    return sessions.open("sandbox", "sandbox@kaitsu.invalid", integrationUserId()).token();
  }

  /** Whether an access token is good; asking counts as use. */
  public boolean isSessionOpen(String accessToken) {
    return sessions.find(accessToken).isPresent();
  }

  public void revokeSessions() {
    sessions.revokeAll();
  }

  /** Sets how long an unused session lives; two hours unless set. */
  public void sessionIdleLimit(Duration limit) {
    sessions.idleLimit(limit);
  }

  /** Sets how far ahead an assertion may expire; 3 minutes unless set. */
  public void longestAssertion(Duration longest) {
    oauth.longestValidity(longest);
  }

  /**
   * Whether logging in again answers with the session that is open already; it does not at first.
   */
  public void shareSessions(boolean wanted) {
    sessions.share(wanted);
  }

  /** How often somebody logged in successfully. */
  public long logins() {
    return oauth.logins();
  }

  public Faults faults() {
    return faults;
  }

  public ScriptedErrors errors() {
    return errors;
  }

  public ApiCalls calls() {
    return calls;
  }

  /** When each order was approved, read and ended. */
  public OrderTimes orderTimes() {
    return orderTimes;
  }

  /** What each order's activation status has been. */
  public OrderHistory orderHistory() {
    return orderHistory;
  }

  /** Paging: page sizes and the life of locators. */
  public QueryEngine queries() {
    return queries;
  }

  /** An agent sets Approved; the Flow sets Activating, clears the error and publishes its event. */
  public void approve(String orderId) {
    approve(List.of(orderId));
  }

  /** Approves orders in one transaction, so that equal changes share a change event. */
  public void approve(List<String> orderIds) {
    desk.approve(orderIds);
  }

  /** An operator clicks Provision / Retry: Activating again, error cleared. */
  public void retry(String orderId) {
    desk.retry(orderId);
  }

  public void cancel(String orderId) {
    desk.cancel(orderId);
  }

  /** Publishes the provisioning event once more although the order did not change. */
  public void requestProvisioning(String orderId) {
    desk.requestProvisioning(orderId);
  }

  /** Switches Change Data Capture off or on; it starts on. */
  public void captureChanges(boolean wanted) {
    tellChanges(wanted ? Telling.WHOLE : Telling.NOTHING);
  }

  /** Sets how changes from now on are told by Change Data Capture. */
  public void tellChanges(Telling how) {
    changeEvents.tell(how);
  }

  /** Sets which event names the Flow publishes; it starts with OrderProvisionRequested__e. */
  public void publishEvents(Set<String> names) {
    platformEvents.publishOnly(names);
  }

  @Override
  public void close() {
    server.close();
  }
}
