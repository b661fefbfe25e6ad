package dev.kaitsu.sandbox.whmcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.whmcs.AnswerStyle.EmptyList;
import dev.kaitsu.sandbox.whmcs.AnswerStyle.Ids;
import dev.kaitsu.sandbox.whmcs.AnswerStyle.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** One JSON object of an answer, written in the installation's style. */
final class Row {
  private final AnswerStyle style;
  private final ObjectNode node = PhpJson.object();

  Row(AnswerStyle style) {
    this.style = style;
  }

  /** An id or count that the documentation's sample shows as a number. */
  Row number(String name, long value) {
    return idOrCount(name, value, style.ids == Ids.TEXTS);
  }

  /** An id or count that the documentation's sample shows as a text. */
  Row digits(String name, long value) {
    return idOrCount(name, value, style.ids != Ids.NUMBERS);
  }

  Row text(String name, String value) {
    node.put(name, value);
    return this;
  }

  /** Fields that are empty texts here, because nothing in this emulator fills them. */
  Row blank(String... names) {
    for (String name : names) {
      node.put(name, "");
    }
    return this;
  }

  Row money(String name, BigDecimal amount) {
    return text(name, amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  Row with(String name, JsonNode value) {
    node.set(name, value);
    return this;
  }

  /** A list as WHMCS wraps it: {@code {"orders":{"order":[...]}}}. */
  Row list(String plural, String singular, List<Row> rows) {
    if (rows.isEmpty()) {
      return emptyList(plural, singular);
    }
    var wrapper = node.putObject(plural);
    if (style.rows == Rows.NUMBERED_OBJECT) {
      var numbered = wrapper.putObject(singular);
      for (int i = 0; i < rows.size(); i++) {
        numbered.set(Integer.toString(i), rows.get(i).node);
      }
    } else if (style.rows == Rows.LONE_ROW_BARE && rows.size() == 1) {
      wrapper.set(singular, rows.get(0).node);
    } else {
      wrapper.putArray(singular).addAll(nodes(rows));
    }
    return this;
  }

  Row bareList(String name, List<Row> rows) {
    node.putArray(name).addAll(nodes(rows));
    return this;
  }

  ObjectNode node() {
    return node;
  }

  private Row emptyList(String plural, String singular) {
    EmptyList form = style.emptyList;
    switch (form) {
      case WRAPPED_LIST -> node.putObject(plural).putArray(singular);
      case MISSING -> node.remove(plural);
      case EMPTY_TEXT -> node.put(plural, "");
      case EMPTY_LIST -> node.putArray(plural);
      case EMPTY_OBJECT -> node.putObject(plural);
      case NULL -> node.putNull(plural);
    }
    return this;
  }

  private Row idOrCount(String name, long value, boolean asText) {
    if (asText) {
      node.put(name, Long.toString(value));
    } else {
      node.put(name, value);
    }
    return this;
  }

  private static List<ObjectNode> nodes(List<Row> rows) {
    return rows.stream().map(Row::node).toList();
  }
}
