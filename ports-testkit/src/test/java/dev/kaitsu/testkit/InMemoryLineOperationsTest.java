package dev.kaitsu.testkit;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.LineOperations;
import dev.kaitsu.testkit.contract.LineOperationsContract;

class InMemoryLineOperationsTest extends LineOperationsContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryLineOperations operations =
      new InMemoryLineOperations(clock, new CrashPoints());

  @Override
  protected LineOperations operations() {
    return operations;
  }

  @Override
  protected LineClaim claim(PhoneNumber number) {
    return operations.claim(number);
  }

  @Override
  protected void complete(LineClaim claim, WorkOutcome outcome) {
    operations.complete(claim, outcome);
  }

  @Override
  protected boolean isDue(PhoneNumber number) {
    return operations.dueAt(number).filter(at -> !at.isAfter(clock.instant())).isPresent();
  }

  @Override
  protected void losesJob(PhoneNumber number) {
    operations.forgetsJob(number);
  }
}
