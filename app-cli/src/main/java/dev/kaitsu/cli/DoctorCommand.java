package dev.kaitsu.cli;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.wiring.doctor.Doctor;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything that a go-live needs. */
@Command(
    name = "doctor",
    description = {
      "Checks everything before a go-live, one line each, with the remedy.",
      "Reads only, unless --prove-marker is given. Exit code 1 if something failed."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final InstantSource clock;

  @Option(
      names = "--prove-marker",
      description = {
        "Make one order in WHMCS, on a test client, to see where its marker is stored.",
        "Needs --client, --product and --yes. An order made so before is read again instead."
      })
  private boolean proveMarker;

  @Option(
      names = "--client",
      paramLabel = "<id>",
      description = "The WHMCS client for whom --prove-marker orders.")
  private Optional<Long> client = Optional.empty();

  @Option(
      names = "--product",
      paramLabel = "<id>",
      description = "The WHMCS product that --prove-marker orders.")
  private Optional<Long> product = Optional.empty();

  @Option(names = "--yes", description = "Yes, --prove-marker may order.")
  private boolean yes;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  DoctorCommand(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var doctor = doctor();
    var talk = spec.commandLine().getErr();
    talk.println("Looking at everything; this takes up to a minute …");
    talk.flush();
    var page = new DoctorPage(doctor.examine());
    page.print(output, spec.commandLine().getOut());
    return (page.failed() ? ExitCode.FAILED : ExitCode.OK).number();
  }

  private Doctor doctor() {
    var doctor = Doctor.of(environment, clock);
    if (!proveMarker) {
      if (yes || client.isPresent() || product.isPresent()) {
        throw new CommandFailure(
            ExitCode.USAGE, "--client, --product and --yes are for --prove-marker");
      }
      return doctor;
    }
    if (client.isEmpty() || product.isEmpty() || !yes) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--prove-marker makes an order in WHMCS: name a test client with --client, a product"
              + " with --product, and say --yes");
    }
    try {
      return doctor.provingMarker(new BillingClientId(client.get()), new ProductId(product.get()));
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(malformed.getMessage()));
    }
  }
}
