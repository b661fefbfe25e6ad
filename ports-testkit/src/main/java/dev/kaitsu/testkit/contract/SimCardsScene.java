package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.port.out.SimCards;
import dev.kaitsu.testkit.ASim;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The world behind {@link SimCards}. */
abstract class SimCardsScene extends SimScene {
  protected abstract SimCards simCards();

  /** An operator that nobody answers for, not even the network. */
  protected abstract SimCards unreachableSimCards();

  /** How often the operator truly took this call for {@link #line}. */
  protected abstract int timesTaken(SimCall call);

  /** The next such call is taken, and its answer is lost. */
  protected abstract void losesTheNextAnswer(SimCall call);

  /** The next such call is lost before it is taken. */
  protected abstract void losesTheNextRequest(SimCall call);

  /** The next call is taken only with {@link #lateCommitArrives}, after its caller gave up. */
  protected abstract void commitsLate(SimCall call);

  protected abstract void lateCommitArrives();

  /** The next such call is refused as a combination that the operator does not take. */
  protected abstract void refusesTheNextCombination(SimCall call);

  /** The next look at a line cannot be read. */
  protected abstract void breaksTheNextFind();

  SimRequest request(SimKind kind) {
    return ASim.request(kind, line);
  }

  /** Carries a request through, waiting after every call. */
  void activate(SimRequest request) {
    for (var call : request.kind().calls()) {
      simCards().send(request, call);
      appliesPending();
    }
  }

  Optional<LineDetail> live() {
    return simCards().find(line).filter(each -> each.inService().orElse(false));
  }

  int timesTaken() {
    return Stream.of(SimCall.values()).mapToInt(this::timesTaken).sum();
  }

  void nothingWasTaken() {
    assertThat(Arrays.stream(SimCall.values())).allMatch(call -> timesTaken(call) == 0);
  }
}
