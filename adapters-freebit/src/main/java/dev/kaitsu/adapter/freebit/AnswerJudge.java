package dev.kaitsu.adapter.freebit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Optional;

/**
 * Tells Freebit's own answers from everything else that may come back: only one whole JSON object
 * with a {@code resultCode}, in an HTTP 200, is its own.
 */
final class AnswerJudge {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final FreebitMapping mapping;

  AnswerJudge(FreebitMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * @throws ExternalCallException if Freebit did not do it, or did not answer
   */
  Answer judge(FreebitCall call, FreebitHttp.Page page) {
    if (page.status() >= 300 && page.status() < 400) {
      throw FreebitErrors.unreadable(call, "a redirect; check FREEBIT_BASE_URL");
    }
    if (page.status() >= 400) {
      throw FreebitErrors.http(call, page.status());
    }
    var reply =
        read(page.body()).orElseThrow(() -> FreebitErrors.unreadable(call, whatItIs(page.body())));
    var codes =
        codesOf(reply)
            .orElseThrow(() -> FreebitErrors.unreadable(call, "JSON without a resultCode"));
    return codes.isSuccess() ? new Answer.Success(reply) : failed(call, reply, codes);
  }

  private Answer failed(FreebitCall call, WireObject reply, AnswerCodes codes) {
    var said = said(call, reply, codes);
    if (mapping.lists(MappingKey.CODES_KEY, codes)) {
      return new Answer.KeyRefused(said);
    }
    if (mapping.lists(MappingKey.CODES_LOCKED, codes)) {
      throw FreebitErrors.locked(call, said);
    }
    if (mapping.lists(MappingKey.CODES_ABSENT, codes)) {
      throw FreebitErrors.refusal(call, FailureCode.SIM_ACCOUNT_ABSENT, said);
    }
    if (mapping.lists(MappingKey.CODES_COMBINATION, codes)) {
      throw FreebitErrors.refusal(call, FailureCode.SIM_COMBINATION_REFUSED, said);
    }
    if (mapping.lists(MappingKey.CODES_FAULT, codes)) {
      throw FreebitErrors.fault(call, said);
    }
    throw FreebitErrors.refusal(call, FailureCode.SIM_REFUSED, said);
  }

  private static Optional<WireObject> read(String body) {
    try {
      JsonNode node = JSON.readTree(body.replace("\uFEFF", ""));
      return Optional.of(node).filter(JsonNode::isObject).map(WireObject::new);
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  private static Optional<AnswerCodes> codesOf(WireObject reply) {
    var status = reply.object("status").flatMap(each -> each.text("statusCode"));
    return reply.text("resultCode").map(code -> new AnswerCodes(code, status.orElse("")));
  }

  private static String said(FreebitCall call, WireObject reply, AnswerCodes codes) {
    var message = reply.object("status").flatMap(each -> each.text("message")).orElse("no reason");
    return "%s, %s".formatted(codes, SafeText.of(message, call.body().personal()));
  }

  private static String whatItIs(String body) {
    if (body.isBlank()) {
      return "an empty body";
    }
    return body.stripLeading().startsWith("<") ? "a web page" : "something that is no JSON answer";
  }
}
