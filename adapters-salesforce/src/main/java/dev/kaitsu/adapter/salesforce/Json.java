package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Lenient reading of JSON: a field that is missing, null or of an odd type is an absent one. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static Optional<JsonNode> object(String text) {
    return parse(text).filter(JsonNode::isObject);
  }

  /** A text, or a number or truth value as one; blank is absent. */
  static Optional<String> text(JsonNode node, String field) {
    var value = node.path(field);
    if (value.isNumber()) {
      return Optional.of(plain(value.decimalValue()).toPlainString());
    }
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** A number, or a text that is one; 181.0 is 181. */
  static Optional<BigDecimal> number(JsonNode node, String field) {
    var value = node.path(field);
    if (value.isNumber()) {
      return Optional.of(plain(value.decimalValue()));
    }
    try {
      return text(node, field).map(BigDecimal::new).map(Json::plain);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
