package dev.kaitsu.adapter.whmcs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** One JSON object of WHMCS, read with all the freedom WHMCS takes in writing it. */
final class WireObject {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.0+)?");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final JsonNode node;

  WireObject(JsonNode node) {
    this.node = node;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireObject that && node.equals(that.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  /** A text or number as text; empty if it is blank, absent, null or no scalar. */
  Optional<String> text(String name) {
    var value = node.path(name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** A whole number, written as a number or as text. */
  OptionalLong number(String name) {
    var text = text(name).filter(WHOLE_NUMBER.asMatchPredicate());
    return text.isPresent()
        ? OptionalLong.of(Long.parseLong(text.get().replaceAll("\\.0+$", "")))
        : OptionalLong.empty();
  }

  /** An id: a whole number above 0. */
  OptionalLong id(String name) {
    var number = number(name);
    return number.isPresent() && number.getAsLong() > 0 ? number : OptionalLong.empty();
  }

  /** Every text and number somewhere below a name, however it is wrapped there. */
  List<String> textsBelow(String name) {
    var texts = new ArrayList<String>();
    collect(node.path(name), texts);
    return texts;
  }

  private static void collect(JsonNode from, List<String> into) {
    if (from.isValueNode()) {
      into.add(from.asText());
    }
    from.forEach(child -> collect(child, into));
  }

  /** The objects in an object, such as the prices of each currency in {@code pricing}. */
  List<WireObject> objectsIn(String name) {
    var objects = new ArrayList<WireObject>();
    for (JsonNode child : node.path(name)) {
      if (child.isObject()) {
        objects.add(new WireObject(child));
      }
    }
    return objects;
  }

  /**
   * The rows of a list such as {@code orders.order[]}. Every way of writing "none", a bare list, a
   * numeric-keyed object and a single bare row are understood.
   *
   * @throws OddListException if what stands there is no list of rows in any of these forms
   */
  List<WireObject> rows(String plural, String singular) {
    var outer = node.path(plural);
    return rowsOf(outer.has(singular) ? outer.path(singular) : outer, plural);
  }

  private static List<WireObject> rowsOf(JsonNode list, String name) {
    if (isNothing(list)) {
      return List.of();
    }
    if (list.isObject() && !isNumericKeyed(list)) {
      return List.of(new WireObject(list));
    }
    var rows = new ArrayList<WireObject>();
    for (JsonNode row : list) {
      if (!row.isObject()) {
        throw new OddListException(name);
      }
      rows.add(new WireObject(row));
    }
    if (rows.isEmpty()) {
      throw new OddListException(name);
    }
    return rows;
  }

  private static boolean isNothing(JsonNode list) {
    return list.isMissingNode()
        || list.isNull()
        || (list.isContainerNode() && list.isEmpty())
        || (list.isTextual() && list.asText().isBlank());
  }

  private static boolean isNumericKeyed(JsonNode object) {
    var names = object.fieldNames();
    while (names.hasNext()) {
      if (!DIGITS.matcher(names.next()).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Where rows belong, something stands that is no list of rows. */
  static final class OddListException extends RuntimeException {
    OddListException(String list) {
      super("'" + list + "' is no list of rows");
    }
  }
}
