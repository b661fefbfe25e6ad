package dev.kaitsu.adapter.whmcs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds WHMCS' answer in a response body. PHP notices, blank lines and byte order marks from badly
 * saved files may stand around it; they are never an answer themselves.
 */
final class AnswerReader {
  private static final Logger log = LoggerFactory.getLogger(AnswerReader.class);
  private static final int MOST_BEGINNINGS = 1_000; // a page full of script is no answer

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private AnswerReader() {}

  /** The first complete object that says how the action ended. */
  static Optional<WireObject> find(String action, String body) {
    int start = body.indexOf('{');
    for (int tried = 0; start >= 0 && tried < MOST_BEGINNINGS; tried++) {
      var found = objectAt(body, start);
      if (found.isPresent()) {
        if (!body.substring(0, start).replace("\uFEFF", "").isBlank()) {
          log.warn(
              "WHMCS wrote {} characters before its answer to {}; look for PHP notices or a hook"
                  + " that prints",
              start,
              action);
        }
        return found.map(WireObject::new);
      }
      start = body.indexOf('{', start + 1);
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> objectAt(String body, int start) {
    try (var parser = JSON.createParser(body.substring(start))) {
      JsonNode node = JSON.readTree(parser); // stops at the end of the first value
      return Optional.of(node).filter(each -> each.has("result") || each.has("status"));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
