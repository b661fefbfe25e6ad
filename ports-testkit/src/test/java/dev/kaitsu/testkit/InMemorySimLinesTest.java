package dev.kaitsu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.Quota;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.SimLines;
import dev.kaitsu.testkit.InMemorySimLines.Call;
import dev.kaitsu.testkit.contract.SimLinesContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lines in memory keep what the operator promises")
class InMemorySimLinesTest extends SimLinesContract {
  private final InMemorySimLines simLines = new InMemorySimLines();

  @Test
  @DisplayName("data can be added after its caller gave up")
  void commitsLate() {
    var line = ASim.line(1);
    simLines.office().hasLine(line, ASim.PLAN);
    simLines.commitsLate();

    assertThatThrownBy(() -> simLines.addQuota(line, new Quota(100, "late", Optional.empty())))
        .isInstanceOf(ExternalCallException.class);
    assertThat(simLines.hasQuota(line, "late")).contains(false);

    simLines.lateCommitArrives();
    simLines.lateCommitArrives();
    assertThat(simLines.office().quotasOf(line)).hasSize(1);
  }

  @Test
  @DisplayName("what a line has used is taken from what it has")
  void uses() {
    var line = ASim.line(2);
    simLines.office().hasLine(line, ASim.PLAN);
    simLines.addQuota(line, new Quota(2, "two", Optional.empty()));

    simLines.office().uses(line, 500);

    assertThat(simLines.usage(line).today()).contains(500L);
    assertThat(simLines.usage(line).remaining()).contains(1_500L);
  }

  @Override
  protected SimLines simLines() {
    return simLines;
  }

  @Override
  protected SimLines unreachableSimLines() {
    simLines.script().failsBeforeActing(Call.ADD_QUOTA, FailureCode.ECONNREFUSED);
    return simLines;
  }

  @Override
  protected SimLines simLinesWithoutHistory() {
    simLines.office().keepsNoHistory();
    return simLines;
  }

  @Override
  protected List<String> quotaCodes() {
    return simLines.office().quotasOf(line()).stream().map(Quota::code).toList();
  }

  @Override
  protected void losesTheAnswerOfTheNextQuota() {
    simLines.script().losesTheAnswer(Call.ADD_QUOTA, FailureCode.ETIMEOUT);
  }

  @Override
  protected void losesTheNextQuota() {
    simLines.script().losesTheRequest(Call.ADD_QUOTA, FailureCode.ETIMEOUT);
  }

  @Override
  protected void stocks(PhoneNumber number) {
    simLines.office().stocks(number);
  }

  @Override
  protected void hasLine(PhoneNumber number, PlanCode plan) {
    simLines.office().hasLine(number, plan);
  }

  @Override
  protected void hasEndedLine(PhoneNumber number) {
    simLines.office().hasLine(number, ASim.PLAN);
    simLines.office().staffCancels(number);
  }

  @Override
  protected void locks(PhoneNumber number) {
    simLines.office().locks(number);
  }

  @Override
  protected void appliesPending() {
    simLines.office().appliesPending();
  }

  @Override
  protected List<String> secrets() {
    return List.of();
  }
}
