package dev.kaitsu.crash.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The judge finds a broken promise in the books")
class BooksTest {
  private static final String BILL =
      """
      {"id":7,"clientId":1,"marker":"801","status":"Active","services":[70],"accepts":1}""";
  private static final String LIVE = order("Completed", "Activated", "", "7", "70");

  @Test
  @DisplayName("and none where one accepted order is billed and Salesforce names it")
  void kept() throws IOException {
    assertThat(broken(LIVE, BILL)).isEmpty();
  }

  @Test
  @DisplayName("where WHMCS holds the order twice, or not at all")
  void billedTwice() throws IOException {
    assertThat(broken(LIVE, BILL + "," + BILL.replace("\"id\":7", "\"id\":8")))
        .singleElement()
        .asString()
        .contains("WHMCS holds it 2 times");
    assertThat(broken(LIVE, "")).singleElement().asString().contains("WHMCS holds it 0 times");
  }

  @Test
  @DisplayName("where the WHMCS order was never accepted")
  void pending() throws IOException {
    assertThat(broken(LIVE, BILL.replace("Active", "Pending")))
        .contains("its WHMCS order is Pending");
  }

  @Test
  @DisplayName("where Salesforce names another WHMCS order or other services")
  void misnamed() throws IOException {
    assertThat(broken(order("Completed", "Activated", "", "9", "70"), BILL)).hasSize(1);
    assertThat(broken(order("Completed", "Activated", "", "7", "71"), BILL)).hasSize(1);
  }

  @Test
  @DisplayName("where the order was activated twice, or is not activated at the end")
  void history() throws IOException {
    assertThat(broken(LIVE.replace("[\"Activated\"]", "[\"Activated\",\"Activating\"]"), BILL))
        .hasSize(1);
    assertThat(broken(LIVE.replace("[\"Activated\"]", "[\"Activated\",\"Activated\"]"), BILL))
        .hasSize(1);
    assertThat(broken(LIVE.replace("[\"Activated\"]", "[\"Activating\"]"), BILL)).hasSize(1);
    assertThat(broken(LIVE.replace("[\"Activated\"]", "[]"), BILL)).hasSize(1);
  }

  @Test
  @DisplayName("where the order was told to have failed, unless the trial may do that")
  void failed() throws IOException {
    var retried = LIVE.replace("[\"Activated\"]", "[\"Failed ETIMEOUT\",\"Activated\"]");

    assertThat(broken(retried, BILL)).containsExactly("it was told to be Failed ETIMEOUT");
    assertThat(books(retried, BILL).broken("801", Set.of("ETIMEOUT"))).isEmpty();
  }

  @Test
  @DisplayName("where an error code is left, or the status is not the final one")
  void leftOver() throws IOException {
    assertThat(broken(order("Completed", "Activated", "504", "7", "70"), BILL)).hasSize(1);
    assertThat(broken(order("Approved", "Activated", "", "7", "70"), BILL)).hasSize(1);
  }

  @Test
  @DisplayName("where a WHMCS order belongs to nobody")
  void unmarked() throws IOException {
    assertThat(books(LIVE, BILL.replace("801", "")).unmarked()).hasSize(1);
    assertThat(books(LIVE, BILL).unmarked()).isEmpty();
  }

  private static List<String> broken(String order, String bills) throws IOException {
    return books(order, bills).broken("801", Set.of());
  }

  private static Books books(String order, String bills) throws IOException {
    var pages = "{\"salesforce\":[%s],\"whmcs\":[%s]}".formatted(order, bills);
    return new Books(JsonMapper.builder().build().readTree(pages));
  }

  private static String order(
      String status, String activation, String code, String bill, String service) {
    return """
        {"orderId":"801","Status":"%s","Activation_Status__c":"%s","Activation_Error_Code__c":"%s",\
        "WHMCS_Order_ID__c":"%s","services":{"802":"%s"},"history":["Activated"]}"""
        .formatted(status, activation, code, bill, service);
  }
}
