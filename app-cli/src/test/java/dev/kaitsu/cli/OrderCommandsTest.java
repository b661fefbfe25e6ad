package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrder;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.store.PostgresOptions;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Commands about one order, for scripts")
class OrderCommandsTest {
  private static final String NO_SUCH_ORDER = "8015g00000ZZZZZAA5";
  private static final int ALL_KINDS = 19;
  private static OutsideWorld world;
  private static DemoOrders demo;
  private static List<DemoOrder> everyKind;

  @BeforeAll
  static void open() {
    world = OutsideWorld.start(PostgresOptions.fast());
    demo = new DemoOrders(world);
    everyKind = demo.make(ALL_KINDS);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @AfterEach
  void calm() {
    world.whmcs().faults().clear();
  }

  private static Run kaitsu(String... arguments) {
    return Run.of(environment("KAITSU_SWEEP_INTERVAL", "1h"), arguments);
  }

  /** Without Redis, so that a slow machine has nothing to remark. */
  private static Map<String, String> environment(String name, String value) {
    var variables = new HashMap<>(world.environment());
    variables.remove("REDIS_URL");
    variables.put(name, value);
    return variables;
  }

  private static String approved(String kind) {
    var order =
        everyKind.stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
    world.salesforce().approve(order.orderId());
    return order.orderId();
  }

  private static String approvedPlain() {
    var order = demo.plain();
    world.salesforce().approve(order);
    return order;
  }

  @Nested
  @DisplayName("plan")
  class Plan {
    @Test
    @DisplayName("shows the exact request of an order that would be billed, and sends nothing")
    void wouldBeBilled() {
      var order = approved("several lines");

      var run = kaitsu("plan", order, "-o", "json");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.json().at("/plan").asText()).isEqualTo("would be billed");
      var request = run.json().at("/request");
      assertThat(request.at("/action").asText()).isEqualTo("AddOrder");
      assertThat(request.at("/pid[0]").asInt()).isEqualTo(181);
      assertThat(request.at("/billingcycle[0]").asText()).isEqualTo("monthly");
      assertThat(request.at("/pid[1]").asInt()).isEqualTo(242);
      assertThat(request.at("/billingcycle[1]").asText()).isEqualTo("onetime");
      assertThat(request.at("/notes").asText()).contains("sfOrderId=" + order);
      assertThat(run.out()).doesNotContain(WhmcsEmulator.SECRET, WhmcsEmulator.IDENTIFIER);
      assertThat(world.whmcs().books().ordersMarked(order)).isEmpty();
      assertThat(world.salesforce().data().text(order, "Activation_Status__c"))
          .contains("Activating");
    }

    @Test
    @DisplayName("names why an order would fail")
    void wouldFail() {
      var run = kaitsu("plan", approved("no payment method"), "-o", "json");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.json().at("/plan").asText()).isEqualTo("would fail");
      assertThat(run.json().at("/code").asText()).isEqualTo("PAYMENT_METHOD_MISSING");
      assertThat(run.json().at("/reason").asText()).isNotEmpty();
    }

    @Test
    @DisplayName("names why an order would be left alone")
    void leftAlone() {
      var run = kaitsu("plan", demo.plain());

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out()).contains("left alone", "Activation_Status__c is empty");
      assertThat(run.err()).isEmpty();
    }

    @Test
    @DisplayName("says that there is no such order")
    void notFound() {
      assertThat(kaitsu("plan", NO_SUCH_ORDER).endsWithOneLine(ExitCode.NOT_FOUND))
          .contains(NO_SUCH_ORDER, "Salesforce");
    }
  }

  @Nested
  @DisplayName("fulfill")
  class Fulfill {
    @Test
    @DisplayName("carries an order to its end, and says which WHMCS order it is")
    void activated() {
      var order = approvedPlain();

      var run = kaitsu("fulfill", order, "-o", "json");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.json().at("/state").asText()).isEqualTo("activated");
      assertThat(run.json().at("/whmcsOrder").asText())
          .isEqualTo(world.salesforce().data().text(order, "WHMCS_Order_ID__c").orElseThrow());
      assertThat(world.whmcs().books().ordersMarked(order)).hasSize(1);
    }

    @Test
    @DisplayName("ends with 1 where the order fails, and says why")
    void failed() {
      var run = kaitsu("fulfill", approved("product not mapped"), "-o", "json");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.json().at("/state").asText()).isEqualTo("failed");
      assertThat(run.json().at("/reason").asText()).startsWith("MAPPING_PRODUCT_ID");
    }

    @Test
    @DisplayName("ends with 1 where WHMCS does not answer, and says that its order is looked for")
    void unanswered() {
      world.whmcs().faults().script("AddOrder", Fault.before(Symptom.DROP), 1);

      var run = kaitsu("fulfill", approvedPlain(), "-o", "json");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.json().at("/reason").asText()).startsWith("ECONNRESET");
      assertThat(run.json().at("/reason").asText()).contains("looked for");
    }

    @Test
    @DisplayName("refuses an order that is not Activating")
    void refused() {
      assertThat(kaitsu("fulfill", demo.plain()).endsWithOneLine(ExitCode.REFUSED))
          .contains("Activation_Status__c is empty");
    }

    @Test
    @DisplayName("says that there is no such order")
    void notFound() {
      assertThat(kaitsu("fulfill", NO_SUCH_ORDER).endsWithOneLine(ExitCode.NOT_FOUND))
          .contains(NO_SUCH_ORDER);
    }
  }

  @Nested
  @DisplayName("status")
  class Status {
    @Test
    @DisplayName("tells an order's history, without asking Salesforce or WHMCS")
    void history() {
      var order = approvedPlain();
      kaitsu("fulfill", order);
      var before = world.salesforce().calls().all();

      var run = kaitsu("status", order, "-o", "json");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.json().at("/state").asText()).isEqualTo("activated");
      assertThat(run.json().at("/history").toString()).contains("billed  id=");
      assertThat(world.salesforce().calls().all()).isEqualTo(before);
    }

    @Test
    @DisplayName("says that Kaitsu never heard of an order")
    void neverHeardOf() {
      assertThat(kaitsu("status", NO_SUCH_ORDER).endsWithOneLine(ExitCode.NOT_FOUND))
          .contains("never heard", NO_SUCH_ORDER);
    }
  }

  @Nested
  @DisplayName("disown")
  class Disown {
    @Test
    @DisplayName("writes down who said which WHMCS orders are not this order's")
    void statement() {
      var order = approved("product not mapped");
      kaitsu("fulfill", order);

      var run = kaitsu("disown", order, "41", "42", "--by", "night shift");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("disowned", "orders=[41, 42]", "by=night shift");
    }

    @Test
    @DisplayName("wants to know who says so, and about which WHMCS orders")
    void incomplete() {
      assertThat(kaitsu("disown", NO_SUCH_ORDER, "41").exitCode()).isEqualTo(2);
      assertThat(kaitsu("disown", NO_SUCH_ORDER, "--by", "me").exitCode()).isEqualTo(2);
      assertThat(kaitsu("disown", NO_SUCH_ORDER, "4l", "--by", "me").err())
          .contains("not a WHMCS order id", "4l");
    }

    @Test
    @DisplayName("says that Kaitsu never heard of an order")
    void neverHeardOf() {
      assertThat(
              kaitsu("disown", NO_SUCH_ORDER, "41", "--by", "me")
                  .endsWithOneLine(ExitCode.NOT_FOUND))
          .contains("never heard", NO_SUCH_ORDER);
    }
  }

  @Nested
  @DisplayName("a SIM order")
  class Sim {
    @Test
    @DisplayName("is planned with the calls to Freebit, without personal data")
    void plan() {
      var run = kaitsu("plan", approved("physical, ported"));

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("PA05-19", "PA05-05", "request");
      assertThat(run.out()).doesNotContain("ミホン", "見本", "0901000");
    }

    @Test
    @DisplayName("is planned to fail where its SIM is described wrongly")
    void wouldFail() {
      var run = kaitsu("plan", approved("EID of 31 digits"));

      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED.number());
      assertThat(run.out()).contains("SIM_EID", "EID__c").doesNotContain("89049032");
    }

    @Test
    @DisplayName("is not attested before an attempt of it has failed")
    void notYet() {
      var order = approved("eSIM");
      kaitsu("fulfill", order);

      assertThat(
              kaitsu("attest", order, "--live", "--by", "night shift")
                  .endsWithOneLine(ExitCode.REFUSED))
          .contains("is not attested", order);
    }

    @Test
    @DisplayName("is attested one way or the other, by somebody, if Kaitsu knows it")
    void incomplete() {
      assertThat(kaitsu("attest", NO_SUCH_ORDER, "--by", "me").exitCode()).isEqualTo(2);
      assertThat(kaitsu("attest", NO_SUCH_ORDER, "--live").exitCode()).isEqualTo(2);
      assertThat(kaitsu("attest", NO_SUCH_ORDER, "--live", "--not-live", "--by", "me").exitCode())
          .isEqualTo(2);
      assertThat(
              kaitsu("attest", NO_SUCH_ORDER, "--not-live", "--by", "me")
                  .endsWithOneLine(ExitCode.NOT_FOUND))
          .contains("never heard", NO_SUCH_ORDER);
    }
  }

  @Nested
  @DisplayName("when a system is away")
  class Away {
    @Test
    @DisplayName("Salesforce")
    void salesforce() {
      var environment = environment("SF_LOGIN_URL", "http://127.0.0.1:1");

      assertThat(Run.of(environment, "plan", demo.plain()).endsWithOneLine(ExitCode.UNAVAILABLE))
          .contains("Salesforce");
    }

    @Test
    @DisplayName("WHMCS")
    void whmcs() {
      var environment = environment("WHMCS_API_URL", "http://127.0.0.1:1/includes/api.php");

      assertThat(Run.of(environment, "plan", approvedPlain()).endsWithOneLine(ExitCode.UNAVAILABLE))
          .contains("WHMCS");
    }

    @Test
    @DisplayName("PostgreSQL")
    void postgres() {
      assertThat(
              withDatabase("postgresql://postgres:secret-word@127.0.0.1:1/portal")
                  .endsWithOneLine(ExitCode.UNAVAILABLE))
          .contains("127.0.0.1:1", "DATABASE_URL")
          .doesNotContain("secret-word");
    }

    @Test
    @DisplayName("PostgreSQL, since the password is wrong")
    void wrongPassword() {
      assertThat(
              withDatabase(
                      "postgresql://postgres:secret-word@127.0.0.1:%d/portal"
                          .formatted(world.postgres().port()))
                  .endsWithOneLine(ExitCode.UNAVAILABLE))
          .contains("postgres", "password", "DATABASE_URL")
          .doesNotContain("secret-word");
    }

    @Test
    @DisplayName("PostgreSQL, since there is no such database")
    void noDatabase() {
      assertThat(
              withDatabase(world.postgres().databaseUrl("portall"))
                  .endsWithOneLine(ExitCode.UNAVAILABLE))
          .contains("portall", "DATABASE_URL");
    }

    private static Run withDatabase(String url) {
      return Run.of(environment("DATABASE_URL", url), "status", NO_SUCH_ORDER);
    }
  }

  @Test
  @DisplayName("a Redis that does not answer is not needed")
  void withoutRedis() {
    var environment = environment("REDIS_URL", "redis://127.0.0.1:1");

    var run = Run.of(environment, "fulfill", approvedPlain());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.told()).singleElement().asString().contains("Redis", "going on without it");
  }
}
