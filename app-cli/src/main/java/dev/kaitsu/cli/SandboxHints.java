package dev.kaitsu.cli;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoControls;
import dev.kaitsu.sandbox.demo.DemoOrders;
import java.io.PrintWriter;

/** What to try while the sandbox stays up, as lines that can be pasted. */
final class SandboxHints {
  static final String LOOK_WINDOW = "15s";

  private SandboxHints() {}

  /** Lets the control endpoint approve new orders, and says how to use it. */
  static void outsideWorld(PrintWriter talk, OutsideWorld world, DemoOrders demo) {
    var control = world.control();
    DemoControls.register(world, demo);
    talk.println(
        """

        The sandbox stays up; stop it with Ctrl-C. Try:

          one more order           curl -X POST %1$s/approve-new
          a SIM order, its line    curl -X POST %1$s/approve-sim
          lose an answer of WHMCS  curl -X POST %1$s/faults -d '{"system":"whmcs","operation":"AddOrder","when":"AFTER_COMMIT","symptom":"DROP"}'
          make WHMCS fail          curl -X POST %1$s/faults -d '{"system":"whmcs","operation":"AddOrder","when":"BEFORE_COMMIT","symptom":"HTTP_503"}'
          lose one of Freebit      curl -X POST %1$s/faults -d '{"system":"freebit","operation":"PA05-41","when":"AFTER_COMMIT","symptom":"DROP"}'
          retry a failed order     curl -X POST %1$s/retry -d '{"orderId":"<id>"}'
                                   (after a lost answer it waits until %2$s after the call)
          mend everything          curl -X DELETE %1$s/faults
          break the SFTP server    curl -X POST %1$s/sftp -d '{"act":"NEW_HOST_KEY"}'
          what WHMCS holds         curl %1$s/state\
        """
            .formatted(control.uri(), LOOK_WINDOW));
    talk.flush();
  }

  /** Says how to look at the server. */
  static void server(PrintWriter talk, int port) {
    talk.println(
        """
          health                   curl http://127.0.0.1:%1$d/health
          subscriptions            curl http://127.0.0.1:%1$d/health/sf-events
          metrics                  curl http://127.0.0.1:%1$d/metrics\
        """
            .formatted(port));
    talk.flush();
  }
}
