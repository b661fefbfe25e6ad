package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import dev.kaitsu.wiring.doctor.Diagnosis;
import dev.kaitsu.wiring.doctor.Doctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("kaitsu doctor names")
class DoctorFaultsTest {
  private static Clinic clinic;

  @TempDir private Path directory;

  @BeforeAll
  static void start() {
    clinic = new Clinic();
  }

  @AfterEach
  void heal() {
    clinic.heal();
  }

  @AfterAll
  static void stop() {
    clinic.close();
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @DisplayName("what a setting gets wrong about the org or the billing system")
  @CsvSource(
      delimiter = '|',
      value = {
        "SF_FIELD_ORDER_WHMCS_ORDER_ID | Nowhere__c | fail salesforce.order Order.Nowhere__c does not exist or is not shown to the integration user; give the integration user read access to it, or name the org's own field in SF_FIELD_ORDER_WHMCS_ORDER_ID",
        "SF_FIELD_ORDER_WHMCS_ORDER_ID | OrderNumber | fail salesforce.order Order.OrderNumber may not be written by the integration user; give it edit access to the field; a formula field cannot be used",
        "SF_FIELD_ORDER_WHMCS_ORDER_ID | Portal_Notes__c | fail salesforce.order Order.Portal_Notes__c cannot be asked for in queries, so sweeps find no order; make it a picklist or text field that is not encrypted",
        "SF_FIELD_OPPORTUNITY_WHMCS_SERVICE_ID | Nowhere__c | warn salesforce.opportunity Opportunity.Nowhere__c does not exist or is not shown to the integration user; give the integration user read access to it, or name the org's own field in SF_FIELD_OPPORTUNITY_WHMCS_SERVICE_ID ('off' if it has none)",
        "SF_FIELD_ORDER_EID | No_Such__c | warn salesforce.sim Order.No_Such__c does not exist or is not shown to the integration user; SIM orders go on without it: name it by SF_FIELD_ORDER_EID, or set that to off",
        "SF_FINAL_STATUS | Provisioned | fail salesforce.picklists Order.Status has no active value 'Provisioned'; add the value to the picklist, or set SF_FINAL_STATUS",
        "SF_FIELD_ORDER_ACTIVATION_STATUS | Internet_Plan_Tier__c | warn salesforce.picklists Order.Internet_Plan_Tier__c has no active value 'Activated'; it is not restricted, so writing it works; add the value to the picklist",
        "SF_API_VERSION | v99.0 | fail salesforce.version API v99.0 is not offered, v68.0 is the newest; set SF_API_VERSION to a version from v60.0 to v68.0",
        "WHMCS_PAYMENT_METHOD | stripe | fail whmcs.gateway there is no active gateway 'stripe'; there are [mailin, paypal]; set WHMCS_PAYMENT_METHOD to one of them, or activate it",
        "WHMCS_API_SECRET | wrong | fail whmcs.login WHMCS refuses our credentials; check WHMCS_API_IDENTIFIER and WHMCS_API_SECRET and that the admin they belong to is enabled (WhmcsDetails: Authentication Failed); ",
        "FREEBIT_OEM_KEY | wrong | fail freebit.login Freebit refused PA01-01: 401-401, 認証エラー; check FREEBIT_OEM_ID and FREEBIT_OEM_KEY; ",
        "SF_EVENTS_REPLAY | ALL | warn environment.variables SF_EVENTS_REPLAY is ALL: every start reads all retained events; set it back to LATEST; ",
        "SF_EVENTS_ENABLED | false | warn environment.variables SF_EVENTS_ENABLED is not true: no events are subscribed, only sweeps find orders; ",
        "PORTAL_PRICEBOOK_ID | nonsense | fail environment.variables PORTAL_PRICEBOOK_ID is not a price book id: 'nonsense' (a record id has 15 or 18 letters and digits); ",
        "PORTAL_PRICEBOOK_ID | 01s5g00000ZZZZZ | fail products.mapping no active price book entry is to be seen; check PORTAL_PRICEBOOK_ID, and that the integration user may read price books and products"
      })
  void setting(String name, String value, String line) {
    var run = clinic.examine(name, value);

    assertThat(Clinic.complaints(run)).contains(line.strip() + (line.endsWith(";") ? " " : ""));
    assertThat(run.exitCode()).isEqualTo(line.startsWith("fail") ? 1 : 0);
  }

  @Test
  @DisplayName("a picklist that refuses what is written")
  void restrictedPicklist() {
    assertThat(Clinic.complaints(clinic.examine("SF_FIELD_ORDER_ACTIVATION_STATUS", "Status")))
        .contains(
            "fail salesforce.picklists Order.Status has no active value 'Activating'; add the value"
                + " to the picklist");
  }

  @Test
  @DisplayName(
      "a channel that does not exist, one that is not permitted, and each that can be used")
  void topics() {
    var channels = "/event/Nothing__e,/event/OrderProvisionRequested__e";

    assertThat(Clinic.lines(clinic.examine("SF_PROVISION_EVENT_CHANNEL", channels)))
        .anyMatch(
            line ->
                line.startsWith("fail salesforce.topics /event/Nothing__e: ")
                    && line.contains("topic.not.found")
                    && line.contains("check the channel's name and case"))
        .contains(
            "pass salesforce.topics /event/OrderProvisionRequested__e can be subscribed to; ");

    clinic.world.pubSub().failNextTopicCalls(PubSubError.TOPIC_PERMISSION, 1);
    assertThat(Clinic.complaints(clinic.examine()))
        .singleElement()
        .asString()
        .startsWith("fail salesforce.topics /data/OrderChangeEvent: ")
        .endsWith("give the integration user read access to the event, or View All on the object");
  }

  @Test
  @DisplayName("a Pub/Sub API that is not reached")
  void noPubSub() {
    assertThat(Clinic.complaints(clinic.examine("SF_PUBSUB_ENDPOINT", "http://127.0.0.1:1")))
        .hasSize(3)
        .allMatch(line -> line.startsWith("fail salesforce.topics "))
        .allMatch(line -> line.contains("check SF_PUBSUB_ENDPOINT (http://127.0.0.1:1)"));
  }

  @Test
  @DisplayName("each action that the API role lacks, and goes on with the others")
  void role() {
    clinic.world.whmcs().behaviour().deny("GetOrders");
    clinic.world.whmcs().behaviour().deny("AcceptOrder");
    try {
      var run = clinic.examine();

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(Clinic.complaints(run))
          .containsExactly(
              "fail whmcs.role the API role does not allow GetOrders; tick it in the API role of"
                  + " our credential",
              "fail whmcs.role the API role does not allow AcceptOrder; tick it in the API role of"
                  + " our credential");
      assertThat(Clinic.lines(run))
          .contains(
              "pass whmcs.role the API role allows GetClientsProducts, GetProducts, GetPayMethods;"
                  + " ");
    } finally {
      clinic.world.whmcs().behaviour().allow("GetOrders");
      clinic.world.whmcs().behaviour().allow("AcceptOrder");
    }
  }

  @Test
  @DisplayName("what it may not be told as unproven, and fails nothing")
  void notTold() {
    clinic.world.whmcs().behaviour().deny("WhmcsDetails");
    clinic.world.whmcs().behaviour().deny("GetPaymentMethods");
    clinic
        .world
        .salesforce()
        .errors()
        .next("limits", new ScriptedError(403, "FUNCTIONALITY_NOT_ENABLED", "no"), 1);
    try {
      var run = clinic.examine();

      assertThat(run.exitCode()).isZero();
      assertThat(Clinic.complaints(run))
          .hasSize(2)
          .anyMatch(line -> line.startsWith("warn whmcs.version WHMCS does not tell its version"))
          .anyMatch(line -> line.startsWith("warn whmcs.gateway whether the gateway 'mailin'"));
      assertThat(Clinic.lines(run))
          .anyMatch(line -> line.startsWith("pass salesforce.budget") && line.contains("API calls"))
          .noneMatch(line -> line.contains("event deliveries"));
    } finally {
      clinic.world.whmcs().behaviour().allow("WhmcsDetails");
      clinic.world.whmcs().behaviour().allow("GetPaymentMethods");
    }
  }

  @Test
  @DisplayName("every product that could not be billed, by the rules that orders follow")
  void products() {
    var org = clinic.world.salesforce().data();
    var book = org.insert("Pricebook2", Map.of("Name", "Faulty"));
    sell(book, "NOWHERE", 9999L, "Monthly");
    sell(book, "WEEKLY", 181L, "Weekly");
    sell(book, "HALF", 181.5, "Monthly");
    sell(book, "RIGHT", 181L, "Monthly");

    var run = clinic.examine("PORTAL_PRICEBOOK_ID", book);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Clinic.complaints(run))
        .extracting(line -> line.split("; ", 2)[0])
        .containsExactlyInAnyOrder(
            "fail products.mapping NOWHERE: WHMCS has no product 9999",
            "fail products.mapping WEEKLY: Billing_Cycle__c is unknown: 'Weekly'",
            "fail products.mapping HALF: WH_Product_ID__c is no positive whole number: 181.5",
            "fail products.mapping 3 of 4 products cannot be billed");

    var environment = clinic.environment();
    environment.remove("PORTAL_PRICEBOOK_ID");
    var all = Run.of(environment, "doctor", "-o", "json");
    assertThat(all.exitCode()).isZero();
    assertThat(Clinic.complaints(all))
        .anyMatch(line -> line.startsWith("warn products.mapping the products of all price books"))
        .anyMatch(line -> line.startsWith("warn products.mapping 3 of 5 products"));
  }

  private static void sell(String book, String sku, Number whmcsProduct, String cycle) {
    var org = clinic.world.salesforce().data();
    var product =
        org.insert(
            "Product2",
            Map.of(
                "Name", sku,
                "StockKeepingUnit", sku,
                "WH_Product_ID__c", whmcsProduct,
                "Billing_Cycle__c", cycle));
    org.insert(
        "PricebookEntry",
        Map.of("Pricebook2Id", book, "Product2Id", product, "UnitPrice", 1, "IsActive", true));
  }

  @Test
  @DisplayName("a key that belongs to no connected app, and skips what needs the login")
  void wrongKey() throws NoSuchAlgorithmException {
    var run = clinic.examine("SF_PRIVATE_KEY_BASE64", anotherKey());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Clinic.complaints(run))
        .anyMatch(
            line ->
                line.startsWith("fail salesforce.login Salesforce refused the login")
                    && line.contains("the private key does not belong to the certificate"))
        .contains(
            "skip salesforce.version skipped, because salesforce.login failed; ",
            "skip salesforce.order skipped, because salesforce.version was skipped; ",
            "skip salesforce.topics skipped, because salesforce.login failed; ",
            "skip products.mapping skipped, because salesforce.version was skipped; ");
    assertThat(Clinic.lines(run)).anyMatch(line -> line.startsWith("pass whmcs.role"));
  }

  private static String anotherKey() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return Base64.getEncoder()
        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
  }

  @Test
  @DisplayName("a key file that others may read, and one that is old")
  void keyFile() throws IOException {
    var environment = clinic.environment();
    var file = directory.resolve("salesforce.key");
    Files.writeString(file, environment.remove("SF_PRIVATE_KEY_BASE64"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
    environment.put("SF_PRIVATE_KEY_BASE64_FILE", file.toString());

    assertThat(Clinic.complaints(Run.of(environment, "doctor", "-o", "json")))
        .containsExactly(
            "warn environment.key others may use the key's file (rw-r--r--); run 'chmod 600 %s'"
                .formatted(file),
            "warn environment.key the key's file is 400 days old; make a new key, and upload its"
                + " certificate to the connected app before it expires");
  }

  @Test
  @DisplayName("a clock that is wrong, and what it breaks")
  void clock() {
    assertThat(told(Duration.ofSeconds(20)))
        .contains(
            "WARN salesforce.clock this machine's clock is 20 s ahead of the clock of Salesforce")
        .anyMatch(line -> line.startsWith("WARN whmcs.clock this machine's clock is "))
        .anyMatch(line -> line.startsWith("WARN database.clock this machine's clock is "))
        .noneMatch(line -> line.startsWith("FAIL"));
    assertThat(told(Duration.ofMinutes(-10)))
        .anyMatch(line -> line.startsWith("FAIL salesforce.clock this machine's clock is "))
        .anyMatch(line -> line.startsWith("FAIL salesforce.login"));
  }

  private static List<String> told(Duration wrong) {
    InstantSource clock = () -> Instant.now().plus(wrong);
    return Doctor.of(clinic.environment(), clock).examine().stream()
        .map(DoctorFaultsTest::line)
        .toList();
  }

  private static String line(Diagnosis each) {
    return "%s %s %s"
        .formatted(each.finding().level(), each.checkup(), each.finding().found())
        .replace("is 19 s", "is 20 s");
  }
}
