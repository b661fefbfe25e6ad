package dev.kaitsu.adapter.freebit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
