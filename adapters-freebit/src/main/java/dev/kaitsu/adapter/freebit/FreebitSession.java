package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.SharedTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The key of this process: fetched once however many callers wait, shared between nodes, replaced
 * when Freebit refuses it. Safe for use by many threads.
 */
final class FreebitSession {
  private static final int LOOK_FOR_OTHERS_MS = 50;

  private final Duration lifetime;
  private final Duration longestLogin;
  private final OemLogin login;
  private final SharedKey shared;
  private final InstantSource clock;

  private final ReentrantLock renewing = new ReentrantLock();
  private final LoginGate gate = new LoginGate();
  private volatile Optional<HeldKey> current = Optional.empty();
  private volatile Optional<String> lastRejected = Optional.empty();

  FreebitSession(FreebitConfig config, SharedTokens tokens, OemLogin login, InstantSource clock) {
    this.lifetime = config.keyLifetime();
    this.longestLogin = config.timeout();
    this.login = login;
    this.shared = new SharedKey(tokens, config);
    this.clock = clock;
  }

  /**
   * The key to call with; logs in if there is none.
   *
   * @throws ExternalCallException refused or unavailable, with the remedy, if there is none to be
   *     had
   */
  HeldKey key() {
    return keySince(Instant.EPOCH);
  }

  /**
   * As {@link #key}, handed out since then: after a refusal a key from before may be as dead as the
   * refused one.
   */
  HeldKey keySince(Instant since) {
    return fresh(since).orElseGet(() -> renewedByOne(since));
  }

  Instant now() {
    return clock.instant();
  }

  /** Freebit refused this key: the next {@link #key} is another one. */
  void invalidate(HeldKey rejected) {
    renewing.lock();
    try {
      lastRejected = Optional.of(rejected.key());
      current = current.filter(held -> !held.key().equals(rejected.key()));
    } finally {
      renewing.unlock();
    }
    shared.forget(rejected);
  }

  /** Freebit refused a key that it had just given: nobody asks for another one for a while. */
  ExternalCallException refused(HeldKey rejected, ExternalCallException why) {
    invalidate(rejected);
    gate.closed(why);
    return why;
  }

  /** Logs in now, whatever key there is, and gives the new one to all. */
  void renew() {
    renewing.lock();
    try {
      current = Optional.of(loggedIn());
    } finally {
      renewing.unlock();
    }
  }

  private HeldKey renewedByOne(Instant since) {
    renewing.lock();
    try {
      var ready = fresh(since);
      if (ready.isPresent()) {
        return ready.get();
      }
      var renewed = sharedByOthers(since).orElseGet(() -> loggedInByOne(since));
      current = Optional.of(renewed);
      return renewed;
    } finally {
      renewing.unlock();
    }
  }

  private Optional<HeldKey> fresh(Instant since) {
    return current.filter(held -> isFresh(held, since));
  }

  private boolean isFresh(HeldKey held, Instant since) {
    return !held.obtainedAt().isBefore(since)
        && clock.instant().isBefore(held.obtainedAt().plus(lifetime));
  }

  private Optional<HeldKey> sharedByOthers(Instant since) {
    return shared
        .find()
        .filter(held -> isFresh(held, since))
        .filter(found -> !lastRejected.equals(Optional.of(found.key())));
  }

  /** Lets one node log in for all; if that comes to nothing, this one does. */
  private HeldKey loggedInByOne(Instant since) {
    gate.pass();
    long giveUp = System.nanoTime() + longestLogin.toNanos();
    while (!shared.beginLogin(longestLogin) && System.nanoTime() - giveUp < 0) {
      pause();
      var theirs = sharedByOthers(since);
      if (theirs.isPresent()) {
        return theirs.get();
      }
    }
    try {
      // Whoever had the turn before may have ended it between our look and our turn.
      return sharedByOthers(since).orElseGet(this::loggedIn);
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
          FailureCode.ETIMEOUT, "interrupted while another node logged in to Freebit");
    }
  }

  private HeldKey loggedIn() {
    var now = clock.instant(); // before asking: a key's life begins no earlier
    try {
      var held = new HeldKey(login.login(), now);
      gate.open();
      shared.save(held, lifetime);
      return held;
    } catch (ExternalCallException failed) {
      gate.closed(failed);
      throw failed;
    }
  }
}
