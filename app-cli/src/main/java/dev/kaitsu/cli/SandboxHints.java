package dev.kaitsu.cli;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoControls;
import dev.kaitsu.sandbox.demo.DemoOrders;
import java.io.PrintWriter;

/** What to try while the sandbox stays up, as lines that can be pasted. */
final class SandboxHints {
  private SandboxHints() {}

  static void print(PrintWriter talk, OutsideWorld world, int port) {
    var control = world.control();
    DemoControls.register(world, new DemoOrders(world));
    talk.println(
        """

        The sandbox stays up; stop it with Ctrl-C. Try:

          one more order           curl -X POST %1$s/approve-new -d '{}'
          break WHMCS              curl -X POST %1$s/faults -d '{"system":"whmcs","operation":"AddOrder","when":"AFTER_COMMIT","symptom":"DROP","times":1,"delayMs":0}'
          mend it                  curl -X DELETE %1$s/faults
          what WHMCS holds         curl %1$s/state
          health                   curl http://127.0.0.1:%2$d/health
          subscriptions            curl http://127.0.0.1:%2$d/health/sf-events
          metrics                  curl http://127.0.0.1:%2$d/metrics
        """
            .formatted(control.uri(), port));
    talk.flush();
  }
}
