package dev.kaitsu.sandbox.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.whmcs.AnswerStyle.EmptyList;
import dev.kaitsu.sandbox.whmcs.AnswerStyle.Ids;
import dev.kaitsu.sandbox.whmcs.AnswerStyle.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Answers are written as real installations write them")
class AnswerStyleTest {
  private final WhmcsScene scene = new WhmcsScene();
  private final AnswerStyle style = scene.whmcs.answerStyle();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @DisplayName("slashes, quotes and everything beyond ASCII are escaped, in lower-case hex")
  void escapes() {
    scene.addOrder("pid[0]", "182", "notes", "a/b \"c\" Zürich");
    assertThat(scene.api.answer("GetOrders", "id", "1").body())
        .contains("\"notes\":\"a\\/b \\u0022c\\u0022 Z\\u00fcrich\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "WRAPPED_LIST | \"orders\":{\"order\":[]}",
        "EMPTY_TEXT | \"orders\":\"\"",
        "EMPTY_LIST | \"orders\":[]",
        "EMPTY_OBJECT | \"orders\":{}",
        "NULL | \"orders\":null"
      })
  @DisplayName("an empty list has many forms")
  void emptyLists(EmptyList form, String expected) {
    style.emptyLists(form);
    assertThat(scene.api.answer("GetOrders", "userid", "1001").body()).contains(expected);
  }

  @Test
  @DisplayName("an empty list may be missing altogether")
  void emptyListMissing() {
    style.emptyLists(EmptyList.MISSING);
    assertThat(scene.api.call("GetOrders", "userid", "1001").has("orders")).isFalse();
  }

  @Test
  @DisplayName("rows may be numbered, or one row stand alone")
  void rows() {
    scene.order();
    style.rows(Rows.NUMBERED_OBJECT);
    assertThat(scene.api.call("GetOrders").at("/orders/order/0/id").asInt()).isEqualTo(1);
    assertThat(scene.api.call("GetOrders").at("/orders/order").isObject()).isTrue();
    style.rows(Rows.LONE_ROW_BARE);
    assertThat(scene.api.call("GetOrders").at("/orders/order/id").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("ids and counts may be all texts or all numbers")
  void ids() {
    style.ids(Ids.NUMBERS);
    assertThat(scene.order().get("orderid").isInt()).isTrue();
    style.ids(Ids.TEXTS);
    assertThat(scene.api.call("GetOrders").get("totalresults").isTextual()).isTrue();
    assertThat(scene.api.call("GetOrders").findValue("userid").isTextual()).isTrue();
  }

  @Test
  @DisplayName("junk may surround the JSON")
  void junk() {
    style.junk("\uFEFF<br /><b>Notice</b>: Undefined index", "\n<!-- cached -->");
    assertThat(scene.api.answer("WhmcsDetails").body())
        .startsWith("\uFEFF<br />")
        .contains("{\"result\":\"success\"")
        .endsWith("<!-- cached -->");
  }

  @Test
  @DisplayName("an error may be told under another key, and a failure be only a warning")
  void oddErrors() {
    style.errorsUnderStatus(true);
    assertThat(scene.api.answer("AcceptOrder").body()).startsWith("{\"status\":\"error\"");
    style.onlyWarns("AddOrder");
    assertThat(scene.order().fieldNames()).toIterable().containsExactly("warning");
    assertThat(scene.whmcs.books().orders()).isEmpty();
  }
}
