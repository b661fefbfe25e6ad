package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Notes;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import dev.kaitsu.sandbox.whmcs.WhmcsOrder;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kaitsu doctor --prove-marker")
class MarkerProofTest {
  private static Clinic clinic;
  private static int client = 2000;

  @BeforeAll
  static void start() {
    clinic = new Clinic();
    clinic
        .world
        .whmcs()
        .add(WhmcsProduct.monthly(182, "With a field", "1.00").withCustomField(5, "sfOrderId"));
  }

  @BeforeEach
  void aNewTestClient() {
    client++;
    clinic.world.whmcs().add(WhmcsClient.active(client));
  }

  @AfterEach
  void heal() {
    clinic.heal();
    clinic.world.whmcs().behaviour().notesAreStored(Notes.ON_ORDER);
  }

  @AfterAll
  static void stop() {
    clinic.close();
  }

  private static Run prove(int product, String... changes) {
    return Run.of(
        clinic.environment(changes),
        "doctor",
        "--prove-marker",
        "--client",
        String.valueOf(client),
        "--product",
        String.valueOf(product),
        "--yes",
        "-o",
        "json");
  }

  private static List<String> told(Run run) {
    return Clinic.lines(run).stream().filter(line -> line.contains("whmcs.marker")).toList();
  }

  private static List<WhmcsOrder> orders() {
    return clinic.world.whmcs().books().ordersOf(client);
  }

  @Test
  @DisplayName("orders once, quietly, and says where the marker is and how to be rid of the order")
  void inNotes() {
    var run = prove(Clinic.PRODUCT, "WHMCS_NO_INVOICE", "false");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(orders()).singleElement().satisfies(order -> assertThat(order.isPending()).isTrue());
    var id = orders().get(0).id();
    assertThat(orders().get(0).notes()).isEqualTo("sfOrderId=801KAITSUDOCTORY55");
    assertThat(clinic.world.whmcs().books().invoices()).isEmpty();
    assertThat(told(run))
        .containsExactly(
            "pass whmcs.marker AddOrder is allowed and made order %d; ".formatted(id),
            "pass whmcs.marker the marker is stored in the notes of the order; ",
            ("warn whmcs.marker the test order %1$d of client %2$d is left as it is; in WHMCS open"
                    + " Orders, order id %1$d, and choose Cancel Order, then Delete Order")
                .formatted(id, client));
  }

  @Test
  @DisplayName("reads the order of an earlier proof again, and makes no second one")
  void again() {
    prove(Clinic.PRODUCT);

    var run = prove(Clinic.PRODUCT);

    assertThat(orders()).hasSize(1);
    assertThat(told(run))
        .contains(
            "pass whmcs.marker an earlier proof made order %d; ".formatted(orders().get(0).id()),
            "pass whmcs.marker the marker is stored in the notes of the order; ");
  }

  @Test
  @DisplayName("finds it in the notes of the service")
  void onService() {
    clinic.world.whmcs().behaviour().notesAreStored(Notes.ON_SERVICE);

    assertThat(told(prove(Clinic.PRODUCT)))
        .contains("pass whmcs.marker the marker is stored in the notes of the service; ");
  }

  @Test
  @DisplayName("finds it in a custom field, where notes are not stored")
  void inField() {
    clinic.world.whmcs().behaviour().notesAreStored(Notes.NOWHERE);

    assertThat(told(prove(182, "WHMCS_MARKER_FIELD", "sfOrderId")))
        .contains(
            "pass whmcs.marker the marker is stored in the custom field 'sfOrderId' of the"
                + " service; ");
  }

  @Test
  @DisplayName("fails where the marker is stored nowhere")
  void nowhere() {
    clinic.world.whmcs().behaviour().notesAreStored(Notes.NOWHERE);

    var run = prove(Clinic.PRODUCT);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(told(run))
        .anyMatch(line -> line.startsWith("fail whmcs.marker the marker is to be read nowhere"));
  }

  @Test
  @DisplayName("looks at once for an order whose answer was lost, and never sends it again")
  void lostAnswer() {
    clinic.world.whmcs().faults().script("AddOrder", Fault.after(Symptom.DROP), 1);

    var run = prove(Clinic.PRODUCT);

    assertThat(run.exitCode()).isZero();
    assertThat(orders()).hasSize(1);
    assertThat(told(run)).anyMatch(line -> line.contains("the answer was lost, and AddOrder made"));
  }

  @Test
  @DisplayName("calls it unknown where nothing is found after a lost answer, and says how to look")
  void unknown() {
    clinic.world.whmcs().faults().script("AddOrder", Fault.before(Symptom.DROP), 1);

    var run = prove(Clinic.PRODUCT);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(orders()).isEmpty();
    assertThat(told(run))
        .singleElement()
        .asString()
        .startsWith("fail whmcs.marker whether a test order was made is unknown: ")
        .contains("KAITSU_LOOK_WINDOW", "'sfOrderId=801KAITSUDOCTORY55'");
    assertThat(clinic.world.whmcs().calls().made())
        .filteredOn(call -> call.action().equals("AddOrder") && call.clientId() == client)
        .hasSize(1);
  }

  @Test
  @DisplayName("orders nothing where the look before it fails, or the product is not sold")
  void nothing() {
    clinic.world.whmcs().behaviour().deny("GetOrders");
    assertThat(prove(Clinic.PRODUCT).exitCode()).isEqualTo(1);
    clinic.world.whmcs().behaviour().allow("GetOrders");

    assertThat(told(prove(4711)))
        .singleElement()
        .asString()
        .contains("WHMCS sells no product 4711");
    assertThat(orders()).isEmpty();
  }
}
