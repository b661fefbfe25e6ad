package dev.kaitsu.cli;

import dev.kaitsu.model.FormField;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.in.FulfillmentDesk.Plan;
import dev.kaitsu.port.in.FulfillmentDesk.PlannedCall;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what fulfilling an order would do. */
@Command(
    name = "plan",
    description =
        "Shows guards, mapping and the exact AddOrder request of an order; sends nothing.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(paramLabel = "<orderId>", converter = OrderIdArgument.class)
  private OrderId order;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  PlanCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var plan = node.desk().plan(order);
      if (plan instanceof Plan.NotFound) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "order %s is not to be seen in Salesforce".formatted(order));
      }
      var page = new LinkedHashMap<String, Object>();
      page.put("order", order.value());
      var exit = describe(plan, page);
      output.print(spec.commandLine().getOut(), page);
      return exit.number();
    }
  }

  private static ExitCode describe(Plan plan, Map<String, Object> page) {
    if (plan instanceof Plan.LeftAlone alone) {
      page.put("plan", "left alone");
      page.put("reason", alone.reason());
      return ExitCode.REFUSED;
    }
    if (plan instanceof Plan.WouldFail failing) {
      page.put("plan", "would fail");
      page.put("code", failing.why().code().code());
      page.put("reason", failing.why().reason());
      return ExitCode.FAILED;
    }
    var billing = (Plan.WouldBill) plan;
    page.put("plan", "would be billed");
    page.put("whmcsClient", billing.draft().client().value());
    for (PlannedCall planned : billing.simCalls()) {
      page.put(planned.call().code(), fields(planned.fields()));
    }
    page.put("request", fields(billing.request()));
    return ExitCode.OK;
  }

  private static Map<String, String> fields(List<FormField> form) {
    var fields = new LinkedHashMap<String, String>();
    form.forEach(field -> fields.put(field.name(), field.value()));
    return fields;
  }
}
