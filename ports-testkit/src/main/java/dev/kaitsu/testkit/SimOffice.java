package dev.kaitsu.testkit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.model.sim.Usage;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.HeldLine.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the SIM operator holds, and what happens there without anybody asking. As at the real one
 * most calls are applied later, and a repeated call is taken as a new one.
 */
public final class SimOffice {
  private final Map<PhoneNumber, HeldLine> lines = new HashMap<>();
  private final Set<PhoneNumber> locked = new HashSet<>();
  private final List<SimActivation> accepted = new ArrayList<>();
  private final List<Runnable> pending = new ArrayList<>();
  private boolean atOnce;
  private boolean showsStock;
  private boolean keepsHistory = true;

  /** The operator knows this number as that of a SIM card in stock. */
  public synchronized void stocks(PhoneNumber line) {
    lines.put(line, new HeldLine(line, State.STOCK));
  }

  /** A line in service, from a time nobody here remembers. */
  public synchronized void hasLine(PhoneNumber line, PlanCode plan) {
    var live = new HeldLine(line, State.ACTIVE);
    live.change(plan);
    lines.put(line, live);
  }

  /** The line uses data, today. */
  public synchronized void uses(PhoneNumber line, long kilobytes) {
    known(line).use(kilobytes);
  }

  /** Staff ends a line. */
  public synchronized void staffCancels(PhoneNumber line) {
    known(line).cancel();
  }

  /** From now on a number in stock is shown, as a line that is not in service. */
  public synchronized void showsStock() {
    showsStock = true;
  }

  /** From now on nobody can read the history of quotas. */
  public synchronized void keepsNoHistory() {
    keepsHistory = false;
  }

  /** From now on everything is applied when it is taken; until then {@link #appliesPending}. */
  public synchronized void appliesAtOnce() {
    atOnce = true;
    appliesPending();
  }

  /** Applies what was taken and waits: activations, plans for a day, changes of the network. */
  public synchronized void appliesPending() {
    var due = List.copyOf(pending);
    pending.clear();
    due.forEach(Runnable::run);
  }

  /** A change that somebody else asked for begins, and all requests for the line are rejected. */
  public synchronized void locks(PhoneNumber line) {
    locked.add(line);
  }

  public synchronized void unlocks(PhoneNumber line) {
    locked.remove(line);
  }

  /** Every activating call that was taken, in that order. */
  public synchronized List<SimActivation> accepted() {
    return List.copyOf(accepted);
  }

  /** How often this call was taken for the line. */
  public synchronized int timesAccepted(PhoneNumber line, SimCall call) {
    return (int)
        accepted.stream()
            .filter(each -> each.call() == call && each.request().line().equals(line))
            .count();
  }

  /** The line as it truly is, stock included; empty if there is none. */
  public synchronized Optional<LineDetail> line(PhoneNumber line) {
    return Optional.ofNullable(lines.get(line)).map(HeldLine::detail);
  }

  /** The data that was added to the line, in that order. */
  public synchronized List<Quota> quotasOf(PhoneNumber line) {
    return Optional.ofNullable(lines.get(line)).map(HeldLine::quotas).orElse(List.of());
  }

  synchronized Optional<LineDetail> find(PhoneNumber line) {
    rejectLocked(line);
    return Optional.ofNullable(lines.get(line))
        .filter(each -> showsStock || each.state() != State.STOCK)
        .map(HeldLine::detail);
  }

  synchronized Usage usage(PhoneNumber line) {
    rejectLocked(line);
    var held = known(line);
    return new Usage(
        line,
        Optional.of(held.used()),
        List.of(),
        Optional.of(held.remaining()),
        Optional.of(false));
  }

  synchronized Optional<Boolean> hasQuota(PhoneNumber line, String code) {
    rejectLocked(line);
    var quotas = known(line).quotas();
    return keepsHistory
        ? Optional.of(quotas.stream().anyMatch(each -> each.code().equals(code)))
        : Optional.empty();
  }

  synchronized SimActivation take(SimRequest request, SimCall call) {
    rejectLocked(request.line());
    var effect = effectOf(request, call);
    applies(effect, atOnce || call == SimCall.SEMI_BLACK_REGISTRATION);
    var taken = new SimActivation(request, call);
    accepted.add(taken);
    return taken;
  }

  synchronized Quota add(PhoneNumber line, Quota quota) {
    rejectLocked(line);
    inService(line).add(quota);
    return quota;
  }

  synchronized PlanCode changePlan(PhoneNumber line, PlanCode plan, Optional<LocalDate> on) {
    rejectLocked(line);
    var held = inService(line);
    applies(() -> held.change(plan), atOnce || on.isEmpty());
    return plan;
  }

  synchronized NetworkType changeNetwork(PhoneNumber line, NetworkType network) {
    rejectLocked(line);
    var held = inService(line);
    locks(line);
    applies(
        () -> {
          held.change(network);
          unlocks(line);
        },
        atOnce);
    return network;
  }

  private Runnable effectOf(SimRequest request, SimCall call) {
    var line = request.line();
    return switch (call) {
      case ESIM_ACTIVATION ->
          () -> lines.computeIfAbsent(line, SimOffice::unknownBefore).activate(request);
      case ACCOUNT_REGISTRATION, SEMI_BLACK_REGISTRATION -> activation(known(line), request);
      case VOICE_REGISTRATION -> voiceOf(inService(line), request);
    };
  }

  private static HeldLine unknownBefore(PhoneNumber line) {
    return new HeldLine(line, State.STOCK);
  }

  private static Runnable activation(HeldLine held, SimRequest request) {
    return () -> held.activate(request);
  }

  private static Runnable voiceOf(HeldLine held, SimRequest request) {
    return () -> held.register(request.voice());
  }

  private void applies(Runnable effect, boolean now) {
    if (now) {
      effect.run();
    } else {
      pending.add(effect);
    }
  }

  private void rejectLocked(PhoneNumber line) {
    if (locked.contains(line)) {
      throw ExternalCallException.unavailable(
          FailureCode.SIM_LINE_LOCKED, "a change of line " + line + " is running");
    }
  }

  private HeldLine known(PhoneNumber line) {
    var held = lines.get(line);
    if (held == null) {
      throw absent(line);
    }
    return held;
  }

  private HeldLine inService(PhoneNumber line) {
    var held = known(line);
    if (held.state() == State.STOCK) {
      throw absent(line);
    }
    if (held.state() == State.CANCELLED) {
      throw ExternalCallException.refused(
          FailureCode.SIM_REFUSED, "line " + line + " is not in service");
    }
    return held;
  }

  private static ExternalCallException absent(PhoneNumber line) {
    return ExternalCallException.refused(
        FailureCode.SIM_ACCOUNT_ABSENT, "there is no line " + line);
  }
}
