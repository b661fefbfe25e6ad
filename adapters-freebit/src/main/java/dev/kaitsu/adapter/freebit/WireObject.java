package dev.kaitsu.adapter.freebit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON of Freebit's, read without regard to the case of names, numbers as good as texts. */
final class WireObject {
  private final JsonNode node;

  WireObject(JsonNode node) {
    this.node = node;
  }

  /** A text or number of this object; empty if it is blank, absent, null or no scalar. */
  Optional<String> text(String name) {
    return named(name).flatMap(each -> scalar(each).stream()).findFirst();
  }

  Optional<WireObject> object(String name) {
    return named(name).filter(JsonNode::isObject).map(WireObject::new).findFirst();
  }

  /** The first text or number under one of the names, at any depth; upper levels come first. */
  Optional<String> anywhere(List<String> names) {
    return names.stream()
        .flatMap(name -> objects().flatMap(each -> each.text(name).stream()))
        .findFirst();
  }

  /** The first list under one of the names, at any depth. */
  Optional<List<WireObject>> rows(List<String> names) {
    return names.stream()
        .flatMap(name -> objects().flatMap(each -> each.named(name)))
        .filter(JsonNode::isArray)
        .map(WireObject::elements)
        .findFirst();
  }

  /** This object and all objects in it, level by level. */
  Stream<WireObject> objects() {
    var all = new ArrayList<WireObject>();
    var level = List.of(node);
    while (!level.isEmpty()) {
      level.stream().filter(JsonNode::isObject).map(WireObject::new).forEach(all::add);
      level = level.stream().flatMap(WireObject::children).toList();
    }
    return all.stream();
  }

  /**
   * A copy without the objects in it that are unwanted.
   *
   * @param unwanted told the object and the name that it, or its list, stands under
   */
  WireObject without(BiPredicate<String, WireObject> unwanted) {
    var copy = JsonNodeFactory.instance.objectNode();
    node.properties().stream()
        .filter(each -> isWanted(each.getKey(), each.getValue(), unwanted))
        .forEach(
            each -> copy.set(each.getKey(), without(each.getKey(), each.getValue(), unwanted)));
    return new WireObject(copy);
  }

  private static JsonNode without(
      String name, JsonNode value, BiPredicate<String, WireObject> unwanted) {
    if (value.isObject()) {
      return new WireObject(value).without(unwanted).node;
    }
    if (!value.isArray()) {
      return value;
    }
    var list = JsonNodeFactory.instance.arrayNode();
    children(value)
        .filter(each -> isWanted(name, each, unwanted))
        .forEach(each -> list.add(without(name, each, unwanted)));
    return list;
  }

  private static boolean isWanted(
      String name, JsonNode value, BiPredicate<String, WireObject> unwanted) {
    return !value.isObject() || !unwanted.test(name, new WireObject(value));
  }

  /** Whether nothing but members of these names says anything; zero of something is nothing. */
  boolean isEmptyBut(List<String> names) {
    return node.properties().stream()
        .filter(each -> names.stream().noneMatch(each.getKey()::equalsIgnoreCase))
        .allMatch(each -> isEmpty(each.getValue()));
  }

  boolean hasEmptyList() {
    return node.properties().stream()
        .anyMatch(each -> each.getValue().isArray() && isEmpty(each.getValue()));
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isContainerNode()
        ? children(value).allMatch(WireObject::isEmpty)
        : scalar(value).filter(text -> !text.equals("0")).isEmpty();
  }

  private Stream<JsonNode> named(String name) {
    return node.properties().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(each -> each.getValue());
  }

  private static List<WireObject> elements(JsonNode list) {
    return children(list).map(WireObject::new).toList();
  }

  private static Stream<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static Optional<String> scalar(JsonNode value) {
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
