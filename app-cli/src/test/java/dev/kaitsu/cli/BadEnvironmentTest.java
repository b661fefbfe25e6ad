package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An environment that cannot be used is refused with exit code 2")
class BadEnvironmentTest {
  private static final String HEADING = "kaitsu cannot start; the environment needs mending:";
  private static final Map<String, String> GOOD =
      Map.of(
          "DATABASE_URL", "postgresql://kaitsu:s3cret-db@127.0.0.1:1/portal",
          "SF_LOGIN_URL", "http://127.0.0.1:1",
          "SF_CLIENT_ID", "consumer-key",
          "SF_USERNAME", "integration@portal.invalid",
          "SF_PRIVATE_KEY_BASE64", somePrivateKey(),
          "WHMCS_API_URL", "http://127.0.0.1:1/includes/api.php",
          "WHMCS_API_IDENTIFIER", "s3cret-identifier",
          "WHMCS_API_SECRET", "s3cret-whmcs");

  private static String somePrivateKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var der = generator.generateKeyPair().getPrivate().getEncoded();
      var pem =
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getMimeEncoder().encodeToString(der));
      return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Run serve(Map<String, String> environment) {
    return Run.of(environment, "serve");
  }

  private static Map<String, String> with(Map<String, String> changes) {
    var variables = new HashMap<>(GOOD);
    variables.putAll(changes);
    return variables;
  }

  private static Map<String, String> without(String... names) {
    var variables = new HashMap<>(GOOD);
    List.of(names).forEach(variables::remove);
    return variables;
  }

  private static List<String> problems(Run run) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.out()).isEmpty();
    assertThat(run.told().get(0)).isEqualTo(HEADING);
    return run.told().stream().skip(1).map(String::strip).toList();
  }

  @Test
  @DisplayName("naming all that is missing at once, one line each")
  void allMissing() {
    assertThat(problems(serve(Map.of())))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "DATABASE_URL",
            "SF_LOGIN_URL",
            "SF_CLIENT_ID",
            "SF_USERNAME",
            "SF_PRIVATE_KEY_PATH",
            "WHMCS_API_URL",
            "WHMCS_API_IDENTIFIER",
            "WHMCS_API_SECRET");
  }

  @Test
  @DisplayName(
      "naming what is missing of a Freebit that is half given, and what its file has wrong")
  void halfFreebit(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("own.properties"), "# ours\nPA99-99.path = a/\n");
    var run =
        serve(
            with(
                Map.of(
                    "FREEBIT_OEM_KEY", "s3cret-oem-key", "FREEBIT_MAPPING_PATH", file.toString())));

    assertThat(problems(run))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder("FREEBIT_BASE_URL", "FREEBIT_OEM_ID", "FREEBIT_MAPPING_PATH:");
    assertThat(run.err())
        .contains(file + ", line 2: has the unknown key 'PA99-99.path'")
        .doesNotContain("s3cret");
  }

  @Test
  @DisplayName("naming blank, missing and malformed ones together, and never a value")
  void mixture() {
    var run =
        serve(
            with(
                Map.of(
                    "SF_USERNAME", "  ",
                    "WHMCS_API_SECRET", "",
                    "WHMCS_API_URL", "s3cret-not-an-address",
                    "DATABASE_URL", "mysql://u:s3cret@h/d",
                    "KAITSU_LOOK_WINDOW", "s3cret-soon",
                    "PORT", "70000",
                    "SF_EVENTS_REPLAY", "SOME",
                    "REDIS_URL", "http://s3cret")));

    assertThat(problems(run))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "SF_USERNAME",
            "WHMCS_API_SECRET",
            "WHMCS_API_URL",
            "DATABASE_URL",
            "KAITSU_LOOK_WINDOW",
            "PORT",
            "SF_EVENTS_REPLAY",
            "REDIS_URL");
    assertThat(run.err()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "SF_PUBSUB_ENDPOINT, somewhere",
    "SF_PUBSUB_NUM_REQUESTED, 0",
    "SF_ORDER_CDC_CHANNEL, OrderChangeEvent",
    "SF_ORDER_ITEM_CDC_CHANNEL, /event/Item__e",
    "SF_EVENTS_ENABLED, perhaps",
    "SF_TIMEOUT, -1s",
    "WHMCS_TIMEOUT, 0",
    "WHMCS_CONCURRENCY, 1000",
    "KAITSU_SWEEP_INTERVAL, 5 minutes",
    "KAITSU_API_TOKEN, too-short",
    "SF_LOGIN_URL, http://login.example.com"
  })
  @DisplayName("naming the one that is malformed")
  void malformed(String name, String value) {
    assertThat(problems(serve(with(Map.of(name, value)))))
        .singleElement()
        .asString()
        .startsWith(name);
  }

  @Test
  @DisplayName("when the private key is not to be read, or is no key")
  void privateKey(@TempDir Path directory) throws IOException {
    var garbage = Files.writeString(directory.resolve("garbage.pem"), "s3cret garbage");
    for (var path : List.of(directory.resolve("missing.pem"), garbage, directory)) {
      var environment = new HashMap<>(without("SF_PRIVATE_KEY_BASE64"));
      environment.put("SF_PRIVATE_KEY_PATH", path.toString());

      var run = serve(environment);

      assertThat(problems(run)).singleElement().asString().startsWith("SF_PRIVATE_KEY_PATH ");
      assertThat(run.err()).doesNotContain("s3cret");
    }
  }

  @Test
  @DisplayName("when the private key in base64 is no key")
  void privateKeyInBase64() {
    assertThat(problems(serve(with(Map.of("SF_PRIVATE_KEY_BASE64", "bm8ga2V5IGF0IGFsbA==")))))
        .singleElement()
        .asString()
        .startsWith("SF_PRIVATE_KEY_BASE64 ");
  }

  @Test
  @DisplayName("when the file of a secret is missing, empty, or given beside the secret itself")
  void secretFiles(@TempDir Path directory) throws IOException {
    var empty = Files.createFile(directory.resolve("empty"));
    var missing = directory.resolve("missing").toString();
    var environment = new HashMap<>(without("WHMCS_API_IDENTIFIER", "DATABASE_URL"));
    environment.put("WHMCS_API_IDENTIFIER_FILE", empty.toString());
    environment.put("DATABASE_URL_FILE", missing);
    environment.put("WHMCS_API_SECRET_FILE", empty.toString());

    assertThat(problems(serve(environment)))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "WHMCS_API_IDENTIFIER_FILE", "DATABASE_URL_FILE", "WHMCS_API_SECRET");
  }
}
