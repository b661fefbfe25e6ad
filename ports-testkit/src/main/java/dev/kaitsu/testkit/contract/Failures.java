package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a call to another system failed. */
final class Failures {
  private Failures() {}

  static Halt haltOf(ThrowingCallable call) {
    var thrown = catchThrowableOfType(ExternalCallException.class, call);
    if (thrown == null) {
      throw new AssertionError("the call went well");
    }
    return thrown.halt();
  }
}
