package dev.kaitsu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.adapter.salesforce.SalesforceField;
import dev.kaitsu.adapter.salesforce.SimField;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The README says what the program does")
class ReadmeTest {
  private static final String README = Repository.text("README.md");

  /** A row of the configuration tables: name, whether a file may give it, default. */
  private static final Pattern ROW =
      Pattern.compile("\n\\| `([A-Z0-9_]+)`( \\*F\\*)? \\| (?:`([^`]*)`|[^|]*) \\|");

  /** Read by the launcher script and by the logging, not by the configuration. */
  private static final List<String> OF_THE_PROCESS =
      List.of("KAITSU_LOG_FORMAT", "KAITSU_LOG_LEVEL", "KAITSU_JAVA_OPTS");

  static Stream<String> variables() {
    var names =
        "\"((?:SF|SFTP|FREEBIT|WHMCS|KAITSU|PORTAL)_[A-Z0-9_]+|PORT|DATABASE_URL|REDIS_URL)\"";
    var sources = Stream.of("app-wiring", "app-cli").map(Repository::sources);
    return Stream.concat(
        Repository.found(sources.flatMap(List::stream).toList(), names).stream(),
        Stream.concat(
            Stream.of(SalesforceField.values()).map(SalesforceField::variable),
            Stream.of(SimField.values()).map(SimField::variable)));
  }

  @ParameterizedTest
  @MethodSource("variables")
  @DisplayName("every environment variable has its row")
  void variable(String name) {
    assertThat(README).contains("\n| `" + name + "` ");
  }

  @Test
  @DisplayName("no row is about a variable that nobody reads")
  void noOtherVariables() {
    assertThat(ROW.matcher(README).results().map(row -> row.group(1)))
        .isNotEmpty()
        .allMatch(Stream.concat(variables(), OF_THE_PROCESS.stream()).toList()::contains);
  }

  @Test
  @DisplayName("the defaults in the table are the program's")
  void defaults() throws NoSuchAlgorithmException {
    var required = required();
    var spelledOut = new HashMap<>(required);
    ROW.matcher(README)
        .results()
        .filter(row -> row.group(3) != null && !OF_THE_PROCESS.contains(row.group(1)))
        .filter(row -> !row.group(1).equals("SF_EVENTS_ENABLED"))
        .filter(row -> !row.group(1).startsWith("SFTP_")) // see recordDefaults
        .forEach(row -> spelledOut.putIfAbsent(row.group(1), row.group(3)));

    assertThat(spelledOut).hasSizeGreaterThan(required.size() + 30);
    assertThat(KaitsuConfig.from(spelledOut)).isEqualTo(KaitsuConfig.from(required));
  }

  @Test
  @DisplayName("so are those of the records, which count only where there is an account")
  void recordDefaults(@TempDir Path directory) throws NoSuchAlgorithmException, IOException {
    var key = directory.resolve("key.pem");
    var required = required();
    var encoded =
        Base64.getMimeEncoder()
            .encodeToString(Base64.getDecoder().decode(required.get("SF_PRIVATE_KEY_BASE64")));
    Files.writeString(
        key, "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(encoded));
    required.putAll(
        Map.of(
            "SFTP_HOST",
            "sftp.invalid",
            "SFTP_USERNAME",
            "user",
            "SFTP_PRIVATE_KEY_PATH",
            key.toString(),
            "SFTP_HOST_KEY",
            "SHA256:" + "A".repeat(43)));
    var spelledOut = new HashMap<>(required);
    ROW.matcher(README)
        .results()
        .filter(row -> row.group(3) != null && row.group(1).startsWith("SFTP_"))
        .forEach(row -> spelledOut.putIfAbsent(row.group(1), row.group(3)));

    assertThat(spelledOut).hasSize(required.size() + 5);
    var read = KaitsuConfig.from(spelledOut);
    var expected = KaitsuConfig.from(required);
    assertThat(String.valueOf(read.sftp())).isEqualTo(String.valueOf(expected.sftp()));
    assertThat(read.recordsFromDay()).isEqualTo(expected.recordsFromDay());
  }

  @Test
  @DisplayName("events are off unless they are switched on")
  void eventsAreOff() throws NoSuchAlgorithmException {
    var environment = new HashMap<>(required());
    environment.remove("SF_EVENTS_ENABLED");

    assertThat(README).contains("| `SF_EVENTS_ENABLED` | `false` |");
    assertThat(KaitsuConfig.from(environment).streams()).isEmpty();
  }

  @Test
  @DisplayName("secrets are marked as such, and nothing else is")
  void secrets() {
    var secrets =
        Repository.found(Repository.sources("app-wiring"), "[sS]ecret\\(\\s*\"([A-Z0-9_]+)\"");

    assertThat(ROW.matcher(README).results().filter(row -> row.group(2) != null))
        .extracting(row -> row.group(1))
        .containsExactlyInAnyOrderElementsOf(secrets);
  }

  static List<String> pages() {
    return Repository.found(Repository.sources("app-server"), "routes\\.get\\(\\s*\"(/[^\"]+)\"");
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("every page is listed")
  void page(String path) {
    assertThat(README).contains("\n| `" + path + "` |");
  }

  static Stream<String> apiRoutes() {
    var sources = Repository.sources("app-server");
    var reads = Repository.found(sources, "api\\.read\\(\\s*\"(/[^\"]+)\"");
    var changes = Repository.found(sources, "api\\.change\\(\\s*\"(/[^\"]+)\"");
    return Stream.concat(
        reads.stream().map("GET /api%s"::formatted),
        changes.stream().map("POST /api%s"::formatted));
  }

  @ParameterizedTest
  @MethodSource("apiRoutes")
  @DisplayName("every route of the API is listed")
  void apiRoute(String route) {
    assertThat(README).contains("\n| `" + route + "` |");
  }

  static List<String> modules() {
    return Repository.found(List.of(Repository.text("pom.xml")), "<module>([^<]+)</module>");
  }

  @ParameterizedTest
  @MethodSource("modules")
  @DisplayName("every module is listed")
  void module(String name) {
    assertThat(README).contains("\n| `" + name + "` |");
  }

  private static Map<String, String> required() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var key = generator.generateKeyPair().getPrivate().getEncoded();
    var needed =
        Map.of(
            "DATABASE_URL", "postgresql://user:password@localhost:5432/portal",
            "SF_LOGIN_URL", "https://login.salesforce.com",
            "SF_CLIENT_ID", "client",
            "SF_USERNAME", "user",
            "SF_PRIVATE_KEY_BASE64", Base64.getEncoder().encodeToString(key),
            "SF_EVENTS_ENABLED", "true",
            "WHMCS_API_URL", "https://whmcs.invalid/includes/api.php",
            "WHMCS_API_IDENTIFIER", "identifier",
            "WHMCS_API_SECRET", "secret");
    var all = new HashMap<>(needed);
    all.put("FREEBIT_BASE_URL", "https://freebit.invalid"); // optional, but all of them or none
    all.put("FREEBIT_OEM_ID", "oem");
    all.put("FREEBIT_OEM_KEY", "secret");
    return all;
  }
}
