package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.Finding;
import dev.kaitsu.model.FormField;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether our API role lists the actions that we call. Each is called so that it has no effect: a
 * read of one row, or AcceptOrder for order 0, which there is not, since ids start at 1. AddOrder
 * cannot be called so.
 */
final class RoleCheckup implements Checkup {
  private final WhmcsClient client;

  RoleCheckup(WhmcsClient client) {
    this.client = client;
  }

  /** An action, with what keeps it small. */
  private record Question(String action, List<FormField> fields) {
    static Question of(String action, String name, int value) {
      return new Question(action, List.of(new FormField(name, String.valueOf(value))));
    }
  }

  private static final List<Question> QUESTIONS =
      List.of(
          Question.of("GetOrders", "limitnum", 1),
          Question.of("GetClientsProducts", "limitnum", 1),
          Question.of("GetProducts", "pid", 1),
          new Question("GetPayMethods", List.of()), // asks for a client id, once it is allowed
          Question.of("AcceptOrder", "orderid", 0));

  @Override
  public String name() {
    return "whmcs.role";
  }

  @Override
  public List<String> needs() {
    return List.of(LoginCheckup.NAME);
  }

  @Override
  public List<Finding> look() {
    var allowed = new ArrayList<String>();
    var findings = new ArrayList<Finding>();
    for (Question question : QUESTIONS) {
      try {
        var answer = client.ask(question.action(), question.fields().toArray(FormField[]::new));
        if (answer instanceof Answer.Denied) {
          findings.add(
              Finding.fail(
                  "the API role does not allow %s".formatted(question.action()),
                  "tick it in the API role of our credential"));
        } else {
          allowed.add(question.action());
        }
      } catch (ExternalCallException lost) {
        findings.add(Finding.fail(lost.halt().reason(), ""));
      }
    }
    if (!allowed.isEmpty()) {
      findings.add(0, Finding.pass("the API role allows " + String.join(", ", allowed)));
    }
    return findings;
  }
}
