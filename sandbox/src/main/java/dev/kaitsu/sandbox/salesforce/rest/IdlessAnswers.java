package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.http.ScriptedAnswers;

/** What each kind of call looks like when it succeeds but the identifiers are missing. */
final class IdlessAnswers {
  private final ScriptedAnswers login;
  private final ScriptedAnswers query;
  private final ScriptedAnswers composite;
  private final ScriptedAnswers collection;
  private final ScriptedAnswers record;

  IdlessAnswers(Faults faults) {
    login = answers(faults, "{\"token_type\":\"Bearer\",\"scope\":\"api\"}");
    query =
        answers(
            faults,
            "{\"totalSize\":1,\"done\":true,\"records\":[{\"attributes\":{\"type\":\"Order\"}}]}");
    composite = answers(faults, "{\"compositeResponse\":[]}");
    collection = answers(faults, "[{\"success\":true,\"errors\":[]}]");
    record = answers(faults, "{\"success\":true,\"errors\":[]}");
  }

  ScriptedAnswers forOperation(String operation) {
    return switch (operation) {
      case "token" -> login;
      case "query", "query.more" -> query;
      case "composite" -> composite;
      case "collections.get", "collections.update" -> collection;
      default -> record;
    };
  }

  private static ScriptedAnswers answers(Faults faults, String body) {
    return new ScriptedAnswers(faults, Answer.json(200, body));
  }
}
