package dev.kaitsu.cli;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.store.PostgresOptions;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An outside world in which everything is as it must be before a go-live. */
final class Clinic implements AutoCloseable {
  static final int CLIENT = 1001;
  static final int PRODUCT = 181;

  final OutsideWorld world = OutsideWorld.start(PostgresOptions.fast());

  Clinic() {
    world.whmcs().add(WhmcsClient.active(CLIENT));
    world.whmcs().add(WhmcsProduct.monthly(PRODUCT, "Internet", "4600.00"));
    var org = world.salesforce().data();
    var product = org.product("INTERNET").billedAs(PRODUCT, "Monthly").create();
    var account = org.account("Somebody");
    world.mappings().link(account, CLIENT);
    org.order(account).item(product, 1).create();
  }

  /** The environment, some of it changed: names and values in turn. */
  Map<String, String> environment(String... changes) {
    var variables = new HashMap<>(world.environment());
    for (int i = 0; i < changes.length; i += 2) {
      variables.put(changes[i], changes[i + 1]);
    }
    return variables;
  }

  /** What the doctor says of an environment that was changed. */
  Run examine(String... changes) {
    return Run.of(environment(changes), "doctor", "-o", "json");
  }

  /** Its findings, such as {@code fail whmcs.role the API role does not allow …}. */
  static List<String> lines(Run run) {
    return StreamSupport.stream(run.json().at("/checks").spliterator(), false)
        .map(
            line ->
                "%s %s.%s %s; %s"
                    .formatted(
                        line.at("/level").asText(),
                        line.at("/group").asText(),
                        line.at("/check").asText(),
                        line.at("/found").asText(),
                        line.at("/remedy").asText()))
        .toList();
  }

  /** The findings that are neither passed nor about the unproven marker. */
  static List<String> complaints(Run run) {
    return lines(run).stream()
        .filter(line -> !line.startsWith("pass "))
        .filter(line -> !line.startsWith("warn whmcs.marker unproven"))
        .toList();
  }

  /** Takes back what a test did to the outside world. */
  void heal() {
    world.whmcs().faults().clear();
    world.freebit().faults().clear();
    world.salesforce().faults().clear();
    world.salesforce().errors().clear();
    world.pubSub().forgetScript();
  }

  @Override
  public void close() {
    world.close();
  }
}
