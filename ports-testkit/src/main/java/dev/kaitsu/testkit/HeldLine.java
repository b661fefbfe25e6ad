package dev.kaitsu.testkit;

import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.model.sim.VoiceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line as {@link SimOffice} holds it; the office alone touches it. */
final class HeldLine {
  enum State {
    STOCK,
    ACTIVE,
    CANCELLED
  }

  private static final long KILOBYTES = 1_000;

  private final PhoneNumber line;
  private final List<Quota> quotas = new ArrayList<>();
  private State state;
  private long used;
  private Optional<PlanCode> plan = Optional.empty();
  private NetworkType network = NetworkType.FOUR_G;
  private Optional<Eid> eid = Optional.empty();
  private Optional<ProductNumber> productNumber = Optional.empty();
  private Optional<VoiceOptions> voice = Optional.empty();

  HeldLine(PhoneNumber line, State state) {
    this.line = line;
    this.state = state;
  }

  State state() {
    return state;
  }

  void cancel() {
    state = State.CANCELLED;
  }

  void activate(SimRequest request) {
    state = State.ACTIVE;
    plan = Optional.of(request.plan());
    eid = request.eid();
    productNumber = request.productNumber();
  }

  void register(VoiceOptions options) {
    voice = Optional.of(options);
  }

  void change(PlanCode newPlan) {
    plan = Optional.of(newPlan);
  }

  void change(NetworkType newNetwork) {
    network = newNetwork;
  }

  void add(Quota quota) {
    quotas.add(quota);
  }

  void use(long kilobytes) {
    used += kilobytes;
  }

  long used() {
    return used;
  }

  long remaining() {
    return quotas.stream().mapToLong(Quota::megabytes).sum() * KILOBYTES - used;
  }

  List<Quota> quotas() {
    return List.copyOf(quotas);
  }

  LineDetail detail() {
    return new LineDetail(
        line,
        Optional.of(state.name()),
        Optional.of(state == State.ACTIVE),
        plan,
        Optional.of(network),
        eid,
        productNumber,
        voice.map(VoiceOptions::voiceMail),
        voice.map(VoiceOptions::callWaiting));
  }
}
