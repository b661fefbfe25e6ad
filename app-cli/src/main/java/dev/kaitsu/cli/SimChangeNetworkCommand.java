package dev.kaitsu.cli;

import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.ProductNumber;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes a line's network, after a delay. */
@Command(
    name = "change-network",
    description = "Changes a line's network, after a delay.",
    mixinStandardHelpOptions = true)
final class SimChangeNetworkCommand extends SimOperationRequest {
  @Option(names = "--network", required = true, paramLabel = "4G|5G", description = "4G or 5G.")
  private String network = "";

  @Option(
      names = "--product-number",
      paramLabel = "<number>",
      description = "Printed on the SIM card, where Freebit wants it.")
  private Optional<String> productNumber = Optional.empty();

  SimChangeNetworkCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  LineOperation what() {
    return new LineOperation.NetworkChange(
        NetworkType.of(network), productNumber.map(ProductNumber::new));
  }
}
