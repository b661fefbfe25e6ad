package dev.kaitsu.sandbox.freebit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JSON of one request; every documented rule that a member breaks is refused by its name. */
final class FreebitRequest {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{11,14}");
  private static final Pattern PRODUCT = Pattern.compile("[A-Z]{2}[0-9]{13}");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
  private static final Pattern FLAG = Pattern.compile("10|20");

  private final JsonNode node;

  FreebitRequest(JsonNode node) {
    this.node = node;
  }

  Optional<String> text(String name) {
    var value = node.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** A member of this form; refused if it has another one. */
  Optional<String> optional(String name, String form) {
    return optional(name, Pattern.compile(form));
  }

  private Optional<String> optional(String name, Pattern form) {
    if (!node.path(name).isMissingNode() && text(name).filter(form.asMatchPredicate()).isEmpty()) {
      throw FreebitRefusal.invalid(name);
    }
    return text(name);
  }

  String required(String name, String form) {
    return required(name, Pattern.compile(form));
  }

  private String required(String name, Pattern form) {
    return optional(name, form).orElseThrow(() -> FreebitRefusal.invalid(name));
  }

  String account() {
    return required("account", ACCOUNT);
  }

  Optional<String> productNumber() {
    return optional("productNumber", PRODUCT);
  }

  String planCode() {
    return required("planCode", ".{1,32}");
  }

  String flag(String name) {
    return optional(name, FLAG).orElse("20");
  }

  Optional<String> date(String name) {
    return optional(name, DATE);
  }

  String requiredDate(String name) {
    return required(name, DATE);
  }

  Optional<FreebitRequest> object(String name) {
    var value = node.path(name);
    if (!value.isMissingNode() && !value.isObject()) {
      throw FreebitRefusal.invalid(name);
    }
    return Optional.of(value).filter(JsonNode::isObject).map(FreebitRequest::new);
  }

  /** The one entry that a list may have. */
  FreebitRequest onlyEntry(String list) {
    var value = node.path(list);
    if (!value.isArray() || value.size() != 1 || !value.get(0).isObject()) {
      throw FreebitRefusal.invalid(list);
    }
    return new FreebitRequest(value.get(0));
  }

  void without(List<String> names) {
    names.stream()
        .filter(node::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw FreebitRefusal.invalid(name);
            });
  }

  /** What a fault may be scripted for: the account, wherever it stands. */
  String subject() {
    return text("account")
        .or(() -> Optional.of(node.path("requestDatas").path(0).path("account").asText()))
        .orElse("");
  }

  ObjectNode copy() {
    return ((ObjectNode) node).deepCopy();
  }
}
