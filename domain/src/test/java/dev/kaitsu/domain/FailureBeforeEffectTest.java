package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.LedgerFact.HaltKind;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What stands in the way fails the order with its code before anything is billed")
class FailureBeforeEffectTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final ALine LINE = ALine.internet();

  record Obstacle(FailureCode code, String step, AnOrder order, Consumer<World> arrange) {
    @Override
    public String toString() {
      return code + " in " + step;
    }
  }

  static Stream<Obstacle> obstacles() {
    return Stream.of(
        new Obstacle(
            FailureCode.PAYMENT_METHOD_MISSING,
            "validation",
            PLAIN,
            world -> world.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT)),
        new Obstacle(
            FailureCode.MAPPING_CUSTOMER_MISSING,
            "validation",
            PLAIN,
            world -> world.customers.unlink(AnOrder.ACCOUNT)),
        new Obstacle(
            FailureCode.MAPPING_CUSTOMER_MISSING,
            "validation",
            PLAIN.withoutAccount(),
            world -> {}),
        new Obstacle(
            FailureCode.HTTP_503,
            "validation",
            PLAIN,
            world ->
                world
                    .billing
                    .script()
                    .failsBeforeActing(InMemoryBilling.Call.LOOK, FailureCode.HTTP_503)),
        new Obstacle(
            FailureCode.ECONNREFUSED,
            "validation",
            PLAIN,
            world ->
                world
                    .billing
                    .script()
                    .failsBeforeActing(
                        InMemoryBilling.Call.HAS_PAYMENT_METHOD, FailureCode.ECONNREFUSED)),
        new Obstacle(
            FailureCode.HTTP_500,
            "sf_status_update",
            PLAIN.withStaleError(true),
            world ->
                world
                    .salesforce
                    .script()
                    .failsBeforeActing(InMemoryOrders.Call.CLEAR_ERROR, FailureCode.HTTP_500)),
        new Obstacle(FailureCode.MAPPING_NO_LINES, "mapping", PLAIN.withLines(), world -> {}),
        new Obstacle(
            FailureCode.MAPPING_PRODUCT_ID,
            "mapping",
            PLAIN.withLines(LINE.withoutBillingProduct()),
            world -> {}),
        new Obstacle(
            FailureCode.MAPPING_BILLING_CYCLE,
            "mapping",
            PLAIN.withLines(LINE.withoutBillingCycle()),
            world -> {}),
        new Obstacle(
            FailureCode.MAPPING_QUANTITY,
            "mapping",
            PLAIN.withLines(LINE.withQuantity("0")),
            world -> {}),
        new Obstacle(
            FailureCode.MAPPING_CONFIG_OPTIONS,
            "mapping",
            PLAIN.withLines(LINE.withConfigOptions("?")),
            world -> {}),
        new Obstacle(
            FailureCode.MAPPING_SCHEDULE, "mapping", PLAIN.scheduledWithoutTime(), world -> {}),
        new Obstacle(
            FailureCode.ETIMEOUT,
            "mapping",
            PLAIN.withLines(LINE.withQuantity("2")),
            world ->
                world
                    .billing
                    .script()
                    .failsBeforeActing(InMemoryBilling.Call.ALLOWS_QUANTITY, FailureCode.ETIMEOUT)),
        new Obstacle(
            FailureCode.SIM_NOT_CONFIGURED,
            "sim_activation",
            PLAIN.withLines(ALine.sim()),
            world -> {}),
        new Obstacle(
            FailureCode.SIM_NOT_CONFIGURED, "sim_activation", PLAIN.withType("SIM"), world -> {}),
        new Obstacle(
            FailureCode.HTTP_429,
            "whmcs_create",
            PLAIN,
            world -> world.billing.failsBeforeActing(FailureCode.HTTP_429)),
        new Obstacle(
            FailureCode.BILLING_REFUSED,
            "whmcs_create",
            PLAIN,
            world -> world.billing.refuses(FailureCode.BILLING_REFUSED, "Product inactive")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("obstacles")
  @DisplayName("Failed with the code, told once, and nothing is billed")
  void fails(Obstacle obstacle) {
    var world = new World();
    obstacle.arrange().accept(world);
    world.fulfill(obstacle.order());

    assertThat(world.activation()).isEqualTo("Failed");
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(obstacle.code());
    assertThat(world.salesforce.writes()).hasSize(1);
    assertThat(world.billing.office().orders()).isEmpty();
    assertThat(world.facts(LedgerFact.Halted.class))
        .singleElement()
        .satisfies(halt -> assertThat(halt.step()).isEqualTo(obstacle.step()))
        .satisfies(halt -> assertThat(halt.code()).isEqualTo(obstacle.code()));
    assertThat(world.listener.heard("halted"))
        .singleElement()
        .satisfies(details -> assertThat(details.get(1)).isEqualTo(obstacle.step()));
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .extracting(LedgerFact.AttemptEnded::outcome)
        .containsExactly(LedgerFact.Outcome.FAILED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("obstacles")
  @DisplayName("one look settles it: nothing may have been left behind that must be looked for")
  void oneLook(Obstacle obstacle) {
    var world = new World();
    obstacle.arrange().accept(world);
    world.approve(obstacle.order());
    assertThat(world.jobs.runFor(World.LONG_ENOUGH)).isEqualTo(1);
  }

  @Test
  @DisplayName("the ledger says whether it was refused, failed before acting, or is uncertain")
  void certainty() {
    assertThat(certaintyOf(world -> world.billing.refuses(FailureCode.HTTP_429, "no")))
        .isEqualTo(HaltKind.REFUSED);
    assertThat(certaintyOf(world -> world.billing.failsBeforeActing(FailureCode.HTTP_429)))
        .isEqualTo(HaltKind.FAILED);
    assertThat(certaintyOf(world -> world.billing.losesTheNextRequest()))
        .isEqualTo(HaltKind.UNCERTAIN);
  }

  @Test
  @DisplayName("a customer who is not known is named by account, or said to be missing")
  void unknownCustomer() {
    assertThat(messageOf(world -> world.customers.unlink(AnOrder.ACCOUNT), PLAIN))
        .isEqualTo("account " + AnOrder.ACCOUNT + " has no row in id_mappings");
    assertThat(messageOf(world -> {}, PLAIN.withoutAccount()))
        .isEqualTo("the order has no account");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("obstacles")
  @DisplayName("it is not tried again by itself, however long one waits")
  void noAutomaticRetry(Obstacle obstacle) {
    var world = new World();
    obstacle.arrange().accept(world);
    world.fulfill(obstacle.order());
    world.jobs.runFor(World.LONG_ENOUGH);
    world.hint(AnOrder.ID);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.facts(LedgerFact.AttemptStarted.class)).hasSize(1);
    assertThat(world.billing.office().orders()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("obstacles")
  @DisplayName("mended, an operator's retry activates it at once, billed once")
  void retry(Obstacle obstacle) {
    var world = new World();
    obstacle.arrange().accept(world);
    world.fulfill(obstacle.order());

    world.customers.link(AnOrder.ACCOUNT, AnOrder.CLIENT);
    world.billing.office().clientWithPaymentMethod(AnOrder.CLIENT);
    world.salesforce.operatorEdits(AnOrder.ID, order -> AnOrder.activating().withStaleError(true));
    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
    assertThat(world.order().staleError()).isFalse();
    assertThat(world.facts(LedgerFact.AttemptStarted.class))
        .extracting(LedgerFact.AttemptStarted::attempt)
        .containsExactly(1, 2);
  }

  @Test
  @DisplayName("a refused client can be mended in id_mappings: the retry asks there again")
  void wrongClient() {
    var world = new World();
    var wrong = new BillingClientId(99);
    world.billing.office().clientWithPaymentMethod(wrong);
    world.customers.link(AnOrder.ACCOUNT, wrong);
    world.billing.refuses(FailureCode.BILLING_REFUSED, "Client ID Not Found");
    world.fulfill(PLAIN);

    world.customers.link(AnOrder.ACCOUNT, AnOrder.CLIENT);
    world.retry(AnOrder.ID);

    assertThat(world.billing.created())
        .singleElement()
        .satisfies(draft -> assertThat(draft.client()).isEqualTo(AnOrder.CLIENT));
  }

  @Test
  @DisplayName("a defect of ours fails the order as uncertain, loudly")
  void defect() {
    var world = new World();
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.LOOK,
            () -> {
              throw new IllegalStateException("a bug");
            });
    world.fulfill(PLAIN);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.INTERNAL_ERROR);
    assertThat(world.listener.heard("defect"))
        .singleElement()
        .satisfies(details -> assertThat(details.get(1)).isEqualTo("validation"));
    assertThat(((WriteBack.Failed) world.salesforce.writes().get(0)).message())
        .doesNotContain("a bug");
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  private static HaltKind certaintyOf(Consumer<World> trouble) {
    var world = new World();
    trouble.accept(world);
    world.fulfill(PLAIN);
    return world.facts(LedgerFact.Halted.class).findFirst().orElseThrow().kind();
  }

  private static String messageOf(Consumer<World> trouble, AnOrder order) {
    var world = new World();
    trouble.accept(world);
    world.fulfill(order);
    return ((WriteBack.Failed) world.salesforce.writes().get(0)).message();
  }
}
