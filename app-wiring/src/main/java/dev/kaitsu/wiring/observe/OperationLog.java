package dev.kaitsu.wiring.observe;

import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.port.out.OperationListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what happens to operations on SIM lines to the log; numbers only masked. */
public final class OperationLog implements OperationListener {
  private static final Logger LOG = LoggerFactory.getLogger("dev.kaitsu.sim");

  @Override
  public void requested(Operation operation) {
    LOG.info(
        "SIM operation {} taken on: {} for line {}, asked for by {}, not before {}",
        operation.id(),
        operation.kind(),
        operation.line(),
        operation.by(),
        operation.notBefore());
  }

  @Override
  public void established(Operation operation, OperationFact fact, OperationState state) {
    if (fact instanceof OperationFact.Parked parked) {
      LOG.error(
          "SIM operation {} is parked, a person must act: {} {}: {}",
          operation.id(),
          parked.call(),
          parked.code(),
          parked.reason());
    } else if (fact instanceof OperationFact.Failed failed) {
      LOG.warn("SIM operation {} failed: {}: {}", operation.id(), failed.code(), failed.reason());
    } else if (fact instanceof OperationFact.Unanswered lost) {
      LOG.warn(
          "SIM operation {}: the answer to {} was lost and is looked for: {}",
          operation.id(),
          lost.call(),
          lost.code());
    } else if (fact instanceof OperationFact.Completed) {
      LOG.info("SIM operation {} is done", operation.id());
    } else if (fact instanceof OperationFact.Settled settled) {
      LOG.info(
          "SIM operation {}: {} was settled as {} by {}",
          operation.id(),
          settled.call(),
          settled.done() ? "done" : "not done",
          settled.by());
    } else {
      LOG.debug("SIM operation {}: {}, now {}", operation.id(), fact, state);
    }
  }

  @Override
  public void heldUp(Operation operation, OperationFact.Ineffective last) {
    LOG.warn(
        "SIM operation {} is held up, {} has failed for a minute and is tried ever less often: {}: {}",
        operation.id(),
        last.call(),
        last.code(),
        last.reason());
  }

  @Override
  public void stranded(int lines) {
    LOG.error("SIM lines had operations and no job planned, now they have: {}", lines);
  }
}
