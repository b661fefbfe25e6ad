package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.SharedTokens;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one session of this process with Salesforce, for REST and event streams alike: fetched once
 * however many callers wait, shared between nodes, renewed when Salesforce refuses it. Safe for use
 * by many threads.
 */
public final class SalesforceSession implements AccessSource, AutoCloseable {
  private static final int LOOK_FOR_OTHERS_MS = 50;

  private final SalesforceConfig config;
  private final SalesforceHttp http;
  private final JwtLogin login;
  private final SharedAccess shared;
  private final InstantSource clock;
  private final SalesforceCalls calls;

  private final ReentrantLock renewing = new ReentrantLock();
  private final LoginGate gate = new LoginGate();
  private volatile Optional<SalesforceAccess> current = Optional.empty();
  private volatile Optional<SalesforceAccess> lastRejected = Optional.empty();

  public SalesforceSession(
      SalesforceConfig config, SharedTokens tokens, InstantSource clock, SalesforceCalls calls) {
    this.config = config;
    this.http = new SalesforceHttp(config);
    this.login = new JwtLogin(config, http);
    this.shared = new SharedAccess(tokens, config);
    this.clock = clock;
    this.calls = calls;
  }

  public SalesforceConfig config() {
    return config;
  }

  /**
   * The session to call with; logs in if there is none. Waits at most for one login. A login that
   * failed is not tried again for a while: its failure is answered from memory.
   *
   * @throws ExternalCallException unavailable, with the remedy, if there is no session to be had
   */
  @Override
  public SalesforceAccess access() {
    return fresh().orElseGet(this::renewedByOne);
  }

  /**
   * Says that Salesforce refused this session (HTTP 401, gRPC UNAUTHENTICATED): the next {@link
   * #access} brings another one. Repeating it, or naming a session already replaced, does nothing.
   */
  @Override
  public void invalidate(SalesforceAccess rejected) {
    renewing.lock();
    try {
      lastRejected = Optional.of(rejected);
      current = current.filter(held -> !held.token().equals(rejected.token()));
    } finally {
      renewing.unlock();
    }
    shared.forget(rejected);
  }

  /** Ends all idle connections; the session itself stays valid for other nodes. */
  @Override
  public void close() {
    http.close();
  }

  SalesforceHttp http() {
    return http;
  }

  SalesforceCalls calls() {
    return calls;
  }

  void noteUsage(Answer answer) {
    answer.usage().ifPresent(calls::told);
  }

  private SalesforceAccess renewedByOne() {
    renewing.lock();
    try {
      var ready = fresh();
      if (ready.isPresent()) {
        return ready.get();
      }
      var renewed = sharedByOthers().or(this::loggedInByOne);
      current = renewed;
      return renewed.orElseThrow();
    } catch (ExternalCallException e) {
      // A session past its planned life is still better than none: Salesforce has not refused it.
      return current.orElseThrow(() -> e);
    } finally {
      renewing.unlock();
    }
  }

  private Optional<SalesforceAccess> fresh() {
    return current.filter(this::isFresh);
  }

  private boolean isFresh(SalesforceAccess access) {
    return clock.instant().isBefore(access.obtainedAt().plus(config.tokenLifetime()));
  }

  private Optional<SalesforceAccess> sharedByOthers() {
    return shared
        .find()
        .filter(this::isFresh)
        .filter(found -> !lastRejected.map(SalesforceAccess::token).equals(tokenOf(found)));
  }

  /** Lets one node log in for all; if that comes to nothing, this one does. */
  private Optional<SalesforceAccess> loggedInByOne() {
    long giveUp = System.nanoTime() + config.authTimeout().toNanos();
    while (!shared.beginLogin(config.authTimeout()) && System.nanoTime() - giveUp < 0) {
      pause();
      var theirs = sharedByOthers();
      if (theirs.isPresent()) {
        return theirs;
      }
    }
    try {
      return loggedIn();
    } finally {
      shared.endLogin();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_FOR_OTHERS_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ExternalCallException.unavailable(
          FailureCode.ETIMEOUT, "interrupted while another node logged in to Salesforce");
    }
  }

  private Optional<SalesforceAccess> loggedIn() {
    var now = clock.instant();
    gate.pass(now);
    var watch = Stopwatch.start("login", calls);
    try {
      var access = login.login(now);
      watch.stop(SalesforceCalls.Outcome.OK);
      gate.succeeded(now);
      shared.save(access, config.tokenLifetime());
      return Optional.of(access);
    } catch (ExternalCallException e) {
      boolean refused = e.halt().code() == FailureCode.SALESFORCE_REFUSED;
      watch.stop(refused ? SalesforceCalls.Outcome.REFUSED : SalesforceCalls.Outcome.LOST);
      gate.failed(e.halt(), clock.instant());
      throw e;
    }
  }

  private static Optional<String> tokenOf(SalesforceAccess access) {
    return Optional.of(access.token());
  }
}
