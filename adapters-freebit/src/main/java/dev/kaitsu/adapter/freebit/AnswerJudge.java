package dev.kaitsu.adapter.freebit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells Freebit's own answers from everything else that may come back: only one whole JSON object
 * with a {@code resultCode} is its own.
 */
final class AnswerJudge {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
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
    var reply = read(page.body());
    var codes = reply.flatMap(AnswerJudge::codesOf);
    if (codes.isEmpty()) {
      return foreign(call, page, reply.isPresent());
    }
    if (!codes.get().isSuccess()) {
      return failed(call, page.status(), reply.get(), codes.get());
    }
    if (page.status() >= 400) {
      throw FreebitErrors.http(call, page.status()); // it contradicts itself
    }
    return new Answer.Success(reply.get());
  }

  private static Answer foreign(FreebitCall call, FreebitHttp.Page page, boolean json) {
    if (page.status() == UNAUTHORIZED || page.status() == FORBIDDEN) {
      return new Answer.KeyRefused("HTTP %d".formatted(page.status()));
    }
    if (page.status() >= 400) {
      throw FreebitErrors.http(call, page.status());
    }
    throw FreebitErrors.unreadable(
        call, json ? "JSON without a resultCode" : whatItIs(page.body()));
  }

  private Answer failed(FreebitCall call, int status, WireObject reply, AnswerCodes codes) {
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
    return unlisted(call, status, reply, said);
  }

  /** A code that nobody has told us about; in a server's trouble it proves nothing. */
  private Answer unlisted(FreebitCall call, int status, WireObject reply, String said) {
    if (status == UNAUTHORIZED) {
      return new Answer.KeyRefused(said);
    }
    if (status >= 500) {
      throw FreebitErrors.fault(call, said);
    }
    var refusal = FreebitErrors.refusal(call, FailureCode.SIM_REFUSED, said);
    if (call.writes() && !speaksOfKey(reply)) {
      throw refusal;
    }
    return new Answer.KeySuspected(refusal);
  }

  private boolean speaksOfKey(WireObject reply) {
    var message = message(reply).toLowerCase(Locale.ROOT);
    return mapping.list(MappingKey.WORDS_KEY).stream()
        .anyMatch(word -> message.contains(word.toLowerCase(Locale.ROOT)));
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
    return "%s, %s".formatted(codes, SafeText.of(message(reply), call.body().personal()));
  }

  private static String message(WireObject reply) {
    return reply.object("status").flatMap(each -> each.text("message")).orElse("no reason");
  }

  private static String whatItIs(String body) {
    if (body.isBlank()) {
      return "an empty body";
    }
    return body.stripLeading().startsWith("<") ? "a web page" : "something that is no JSON answer";
  }
}
