package dev.kaitsu.testkit;

import dev.kaitsu.model.FormField;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.SimCards;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The SIM operator with a witness: a call whose earlier sending may have had an effect is sent
 * again only after a look at the line that began when the window of the last sending had closed.
 * Whoever breaks that is stopped with an {@link AssertionError}.
 */
public final class WitnessedSimCards implements SimCards {
  private record Sent(PhoneNumber line, SimCall call) {}

  private final SimCards cards;
  private final InstantSource clock;
  private final Duration window;
  private final Map<Sent, Instant> maybeDone = new ConcurrentHashMap<>();
  private final Map<PhoneNumber, Instant> lastLook = new ConcurrentHashMap<>();

  /**
   * Watches what is asked of the operator.
   *
   * @param window how long after a call its effect may still appear
   */
  public WitnessedSimCards(SimCards cards, InstantSource clock, Duration window) {
    this.cards = cards;
    this.clock = clock;
    this.window = window;
  }

  @Override
  public Optional<LineDetail> find(PhoneNumber line) {
    var begun = clock.instant();
    var found = cards.find(line);
    lastLook.merge(line, begun, (one, other) -> one.isAfter(other) ? one : other);
    return found;
  }

  @Override
  public List<FormField> preview(SimRequest request, SimCall call) {
    return cards.preview(request, call);
  }

  @Override
  public void send(SimRequest request, SimCall call) {
    var sent = new Sent(request.line(), call);
    Optional.ofNullable(maybeDone.get(sent))
        .ifPresent(at -> requireLookAfter(at.plus(window), sent));
    maybeDone.put(sent, clock.instant());
    try {
      cards.send(request, call);
    } catch (ExternalCallException told) {
      if (!(told.halt() instanceof Halt.Uncertain)) {
        maybeDone.remove(sent); // it did nothing, and an earlier one was looked for before
      }
      throw told;
    }
  }

  /** Somebody says that the line is not live: calls for it may be sent anew. */
  public void forget(PhoneNumber line) {
    maybeDone.keySet().removeIf(sent -> sent.line().equals(line));
  }

  private void requireLookAfter(Instant windowEnd, Sent sent) {
    var look = Optional.ofNullable(lastLook.get(sent.line()));
    if (look.isEmpty() || look.get().isBefore(windowEnd)) {
      throw new AssertionError(
          "%s is sent again for line %s at %s: the window of an earlier call ends at %s"
              .formatted(sent.call(), sent.line(), clock.instant(), windowEnd));
    }
  }
}
