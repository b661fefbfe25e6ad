package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.contract.Failures.haltOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.port.out.SimLines;
import dev.kaitsu.testkit.ASim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link SimLines} promises. */
public abstract class SimLinesContract extends SimLinesScene {
  private static final LocalDate A_DAY = LocalDate.of(2027, 4, 1);

  @Test
  @DisplayName("a live line is found with its plan; one that was never there is not")
  void finds() {
    assertThat(simLines().find(line)).isEmpty();

    hasLine(line, ASim.PLAN);

    var found = simLines().find(line).orElseThrow();
    assertThat(found.inService()).contains(true);
    assertThat(found.plan()).contains(ASim.PLAN);
    assertThat(found.network()).contains(NetworkType.FOUR_G);
  }

  @Test
  @DisplayName("a line that has ended is shown as not in service, or not at all")
  void endedLines() {
    hasEndedLine(line);

    assertThat(simLines().find(line).flatMap(each -> each.inService()).orElse(false)).isFalse();
  }

  @Test
  @DisplayName("the use of a line can be read")
  void usage() {
    hasLine(line, ASim.PLAN);

    var usage = simLines().usage(line);

    assertThat(usage.line()).isEqualTo(line);
    assertThat(usage.today()).isPresent();
  }

  @Test
  @DisplayName("data that was added is in the history under its code, and no other is")
  void addsQuota() {
    hasLine(line, ASim.PLAN);

    simLines().addQuota(line, QUOTA);

    assertThat(quotaCodes()).containsExactly(QUOTA.code());
    assertThat(simLines().hasQuota(line, QUOTA.code())).contains(true);
    assertThat(simLines().hasQuota(line, "topup")).contains(false);
  }

  @Test
  @DisplayName("the same data added twice is there twice: nothing below tells a repeat")
  void addsTwice() {
    hasLine(line, ASim.PLAN);

    simLines().addQuota(line, QUOTA);
    simLines().addQuota(line, QUOTA);

    assertThat(quotaCodes()).containsExactly(QUOTA.code(), QUOTA.code());
  }

  @Test
  @DisplayName("where the history cannot be asked for, nobody claims to know it")
  void withoutHistory() {
    hasLine(line, ASim.PLAN);

    assertThat(simLinesWithoutHistory().hasQuota(line, QUOTA.code())).isEmpty();
  }

  @Test
  @DisplayName("adding data whose answer was lost is uncertain, done once, and can be found")
  void losesAnswers() {
    hasLine(line, ASim.PLAN);
    losesTheAnswerOfTheNextQuota();

    assertThat(haltOf(() -> simLines().addQuota(line, QUOTA))).isInstanceOf(Halt.Uncertain.class);

    assertThat(quotaCodes()).hasSize(1);
    assertThat(simLines().hasQuota(line, QUOTA.code())).contains(true);
  }

  @Test
  @DisplayName("adding data that was lost on its way is as uncertain, and left nothing")
  void losesRequests() {
    hasLine(line, ASim.PLAN);
    losesTheNextQuota();

    assertThat(haltOf(() -> simLines().addQuota(line, QUOTA))).isInstanceOf(Halt.Uncertain.class);

    assertThat(simLines().hasQuota(line, QUOTA.code())).contains(false);
  }

  @Test
  @DisplayName("a plan is changed at once")
  void changesPlan() {
    hasLine(line, ASim.PLAN);

    simLines().changePlan(line, ASim.OTHER_PLAN, Optional.empty());

    assertThat(simLines().find(line).orElseThrow().plan()).contains(ASim.OTHER_PLAN);
  }

  @Test
  @DisplayName("a plan for a day is the line's plan from that day")
  void changesPlanLater() {
    hasLine(line, ASim.PLAN);

    simLines().changePlan(line, ASim.OTHER_PLAN, Optional.of(A_DAY));
    assertThat(simLines().find(line).orElseThrow().plan()).contains(ASim.PLAN);

    appliesPending();
    assertThat(simLines().find(line).orElseThrow().plan()).contains(ASim.OTHER_PLAN);
  }

  @Test
  @DisplayName("a change of the network rejects every change of the line until it is through")
  void changesNetwork() {
    hasLine(line, ASim.PLAN);

    simLines().changeNetwork(line, NetworkType.FIVE_G, Optional.of(ASim.CARD));
    for (var change : changes()) {
      var halt = haltOf(change);
      assertThat(halt).isInstanceOf(Halt.Failed.class);
      assertThat(halt.code()).isEqualTo(FailureCode.SIM_LINE_LOCKED);
    }

    appliesPending();
    assertThat(simLines().find(line).orElseThrow().network()).contains(NetworkType.FIVE_G);
    simLines().addQuota(line, QUOTA);
    assertThat(quotaCodes()).hasSize(1);
  }

  @Test
  @DisplayName("a line that is not there is refused as absent")
  void refusesAbsentLines() {
    for (var change : changes()) {
      var halt = haltOf(change);
      assertThat(halt).isInstanceOf(Halt.Refused.class);
      assertThat(halt.code()).isEqualTo(FailureCode.SIM_ACCOUNT_ABSENT);
    }
    assertThat(haltOf(() -> simLines().usage(line)).code())
        .isEqualTo(FailureCode.SIM_ACCOUNT_ABSENT);
  }

  @Test
  @DisplayName("a line that has ended takes no change")
  void refusesEndedLines() {
    hasEndedLine(line);

    for (var change : changes()) {
      assertThat(haltOf(change)).isInstanceOf(Halt.Refused.class);
    }
  }

  @Test
  @DisplayName("a change that reached nobody failed")
  void failsUnsent() {
    assertThat(haltOf(() -> unreachableSimLines().addQuota(line, QUOTA)))
        .isInstanceOf(Halt.Failed.class);
  }

  private List<ThrowingCallable> changes() {
    return List.of(
        () -> simLines().addQuota(line, new Quota(100, "other", Optional.of(A_DAY))),
        () -> simLines().changePlan(line, ASim.OTHER_PLAN, Optional.empty()),
        () -> simLines().changeNetwork(line, NetworkType.FIVE_G, Optional.empty()));
  }
}
