package dev.kaitsu.cli;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.operation.LineOperation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Charges a client, and adds data to a line. */
@Command(
    name = "top-up",
    description = "Charges a client, and adds data to a line.",
    mixinStandardHelpOptions = true)
final class SimTopUpCommand extends SimOperationRequest {
  @Option(names = "--mb", required = true, paramLabel = "<megabytes>", description = "1 to 512000.")
  private int megabytes;

  @Option(
      names = "--client",
      required = true,
      paramLabel = "<whmcsClient>",
      description = "Who pays; the client must be in id_mappings.")
  private long client;

  @Option(
      names = "--amount",
      required = true,
      paramLabel = "<money>",
      converter = AmountArgument.class,
      description = "What it costs, tax included, in the client's currency.")
  private BigDecimal amount = BigDecimal.ZERO;

  @Option(names = "--expires", paramLabel = "<day>", description = "The data's last day.")
  private Optional<LocalDate> expires = Optional.empty();

  SimTopUpCommand(Map<String, String> environment) {
    super(environment);
  }

  @Override
  LineOperation what() {
    return new LineOperation.TopUp(new BillingClientId(client), megabytes, amount, expires);
  }
}
