package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kaitsu doctor")
class DoctorTest {
  private static Clinic clinic;

  @BeforeAll
  static void start() {
    clinic = new Clinic();
  }

  @AfterAll
  static void stop() {
    clinic.close();
  }

  @Test
  @DisplayName("finds nothing to mend where everything is as it must be, and changes nothing")
  void healthy() {
    var ordersBefore = clinic.world.salesforce().data().records("Order");

    var run = clinic.examine();

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(Clinic.complaints(run)).isEmpty();
    assertThat(Clinic.lines(run))
        .contains(
            "warn whmcs.marker unproven: where this WHMCS stores the marker sfOrderId; on a"
                + " test client run 'kaitsu doctor --prove-marker --client <id> --product <id> --yes',"
                + " once")
        .anyMatch(line -> line.startsWith("pass database.schema the tables are made"))
        .anyMatch(line -> line.startsWith("pass products.mapping all 1 products"));
    assertThat(clinic.world.whmcs().books().orders()).isEmpty();
    assertThat(clinic.world.whmcs().calls().counts()).doesNotContainKey("AddOrder");
    assertThat(clinic.world.salesforce().data().records("Order")).isEqualTo(ordersBefore);
    assertThat(clinic.world.salesforce().calls().all()).doesNotContainKey("composite");
  }

  @Test
  @DisplayName("says the same as JSON of a form that scripts can rely on")
  void json() {
    var page = clinic.examine("WHMCS_PAYMENT_METHOD", "stripe").json();

    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly("result", "passed", "warnings", "failed", "skipped", "checks");
    assertThat(page.at("/result").asText()).isEqualTo("fail");
    assertThat(page.at("/failed").asInt()).isOne();
    assertThat(page.at("/warnings").asInt()).isEqualTo(2);
    assertThat(page.at("/skipped").asInt()).isZero();
    assertThat(page.at("/checks").size()).isEqualTo(page.at("/passed").asInt() + 3);
    assertThat(page.at("/checks/0").fieldNames())
        .toIterable()
        .containsExactly("group", "check", "level", "found", "remedy");
  }

  @Test
  @DisplayName("prints a line for each finding, below its group, with the remedy")
  void table() {
    var run = Run.of(clinic.environment("WHMCS_PAYMENT_METHOD", "stripe"), "doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines())
        .contains("environment", "database", "redis", "salesforce", "whmcs", "products")
        .contains(
            "  fail  gateway     there is no active gateway 'stripe'; there are [mailin, paypal] ->"
                + " set WHMCS_PAYMENT_METHOD to one of them, or activate it")
        .last()
        .asString()
        .matches("\\d+ passed, 2 warnings, 1 failed, 0 skipped");
    assertThat(run.told()).containsExactly("Looking at everything; this takes up to a minute …");
  }

  @Test
  @DisplayName("tells no secret")
  void noSecrets() {
    var environment = clinic.environment("SF_CLIENT_ID", "a-client-nobody-knows");

    var run = Run.of(environment, "doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out() + run.err())
        .doesNotContain(
            WhmcsEmulator.SECRET,
            WhmcsEmulator.IDENTIFIER,
            environment.get("SF_PRIVATE_KEY_BASE64"),
            environment.get("DATABASE_URL"));
  }

  @Test
  @DisplayName("without any variable names each that is missing, and skips the rest")
  void nothingSet() {
    var run = Run.of(Map.of(), "doctor", "-o", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Clinic.lines(run))
        .anyMatch(line -> line.startsWith("fail environment.variables DATABASE_URL is missing"))
        .anyMatch(line -> line.startsWith("fail environment.variables SF_LOGIN_URL is missing"))
        .anyMatch(line -> line.startsWith("fail environment.variables WHMCS_API_SECRET is missing"))
        .anyMatch(line -> line.startsWith("skip salesforce.login skipped, because environment"))
        .anyMatch(line -> line.startsWith("skip whmcs.login"))
        .anyMatch(line -> line.startsWith("skip products.mapping"));
  }

  @Test
  @DisplayName("wants a test client, a product and a yes before it orders anything")
  void consent() {
    var environment = clinic.environment();

    for (var arguments :
        new String[][] {
          {"doctor", "--yes"},
          {"doctor", "--prove-marker"},
          {"doctor", "--prove-marker", "--client", "1001", "--product", "181"},
          {"doctor", "--prove-marker", "--client", "1001", "--yes"},
          {"doctor", "--prove-marker", "--product", "181", "--yes"},
          {"doctor", "--prove-marker", "--client", "0", "--product", "181", "--yes"},
        }) {
      Run.of(environment, arguments).endsWithOneLine(ExitCode.USAGE);
    }
    assertThat(clinic.world.whmcs().books().orders()).isEmpty();
  }
}
