package dev.kaitsu.cli;

import java.io.PrintWriter;
import java.net.URI;

/** What to try while the sandbox stays up, as lines that can be pasted. */
final class SandboxHints {
  /** How long a retry waits for an order whose AddOrder went unanswered. */
  static final String LOOK_WINDOW = "15s";

  private SandboxHints() {}

  static void outsideWorld(PrintWriter talk, URI control) {
    talk.println(
        """

        The sandbox stays up; stop it with Ctrl-C. Try:

          one more order           curl -X POST %1$s/approve-new
          lose an answer of WHMCS  curl -X POST %1$s/faults -d '{"system":"whmcs","operation":"AddOrder","when":"AFTER_COMMIT","symptom":"DROP"}'
          make WHMCS fail          curl -X POST %1$s/faults -d '{"system":"whmcs","operation":"AddOrder","when":"BEFORE_COMMIT","symptom":"HTTP_503"}'
          retry a failed order     curl -X POST %1$s/retry -d '{"orderId":"<id>"}'
                                   (it waits until %2$s after a call that went unanswered)
          mend everything          curl -X DELETE %1$s/faults
          what WHMCS holds         curl %1$s/state\
        """
            .formatted(control, LOOK_WINDOW));
    talk.flush();
  }

  static void server(PrintWriter talk, int port) {
    talk.println(
        """
          health                   curl http://127.0.0.1:%1$d/health
          subscriptions            curl http://127.0.0.1:%1$d/health/sf-events
          queues                   curl http://127.0.0.1:%1$d/health/queues
          metrics                  curl http://127.0.0.1:%1$d/metrics\
        """
            .formatted(port));
    talk.flush();
  }
}
