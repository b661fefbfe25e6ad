package dev.kaitsu.cli;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.server.KaitsuServer;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs Kaitsu against a whole outside world on this machine. */
@Command(
    name = "sandbox",
    description = {
      "Runs a whole trial on this machine and approves orders of every kind.",
      "Starts Salesforce, WHMCS, Freebit and SFTP emulators, PostgreSQL, Redis and a server, and shows how each",
      "order ends beside how it must end."
    },
    mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
  private static final FileAttribute<?> ONLY_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Map<String, String> environment;

  @Option(
      names = "--orders",
      paramLabel = "<n>",
      description = "How many orders to approve, 1 to 1000 (default ${DEFAULT-VALUE}).",
      defaultValue = "25")
  private int orders;

  @Option(names = "--exit", description = "End after the orders; exit code 0 if all went right.")
  private boolean exit;

  @Option(
      names = "--no-server",
      description = "Start only the outside world, for a server in another process.")
  private boolean noServer;

  @Option(
      names = "--env-file",
      paramLabel = "<file>",
      description = "With --no-server: write the environment for 'kaitsu serve' there.")
  private Optional<Path> envFile = Optional.empty();

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  SandboxCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (orders < 1 || orders > 1000) {
      throw new CommandFailure(ExitCode.USAGE, "--orders must be from 1 to 1000, not " + orders);
    }
    var talk = spec.commandLine().getErr();
    talk.println(
        "Starting PostgreSQL, Redis, SFTP, Salesforce, WHMCS and Freebit on this machine …");
    try (var world = OutsideWorld.start()) {
      return (noServer ? serveOutsideWorld(world, talk) : runServer(world, talk)).number();
    }
  }

  /** Nobody wants to wait ten minutes to see what becomes of a lost answer. */
  private static Map<String, String> impatient(Map<String, String> environment) {
    var variables = new HashMap<>(environment);
    variables.put("WHMCS_TIMEOUT", "5s");
    variables.put("KAITSU_LOOK_WINDOW", SandboxHints.LOOK_WINDOW);
    variables.put("KAITSU_SIM_LOOK_WINDOW", SandboxHints.LOOK_WINDOW);
    return variables;
  }

  private ExitCode serveOutsideWorld(OutsideWorld world, PrintWriter talk)
      throws IOException, InterruptedException {
    var exports =
        new TreeMap<>(impatient(world.environment()))
            .entrySet().stream()
                .map(entry -> "export %s='%s'".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    if (envFile.isPresent()) {
      var file = envFile.get().toAbsolutePath();
      Files.deleteIfExists(file);
      Files.createFile(file, ONLY_OWNER); // it holds a private key
      Files.writeString(file, exports);
      talk.printf(
          "The environment for the server is in %1$s; start it in another terminal:%n", file);
      talk.printf("%n  . %s && ./kaitsu serve%n", file);
    } else {
      spec.commandLine().getOut().print(exports);
      spec.commandLine().getOut().flush();
    }
    SandboxHints.outsideWorld(talk, world, new DemoOrders(world));
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  private ExitCode runServer(OutsideWorld world, PrintWriter talk) throws InterruptedException {
    var variables = impatient(world.environment());
    variables.put("PORT", environment.getOrDefault("PORT", "0"));
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("KAITSU_")) {
            variables.put(name, value);
          }
        });
    var config = KaitsuConfig.from(variables);
    try (var node = Node.open(config);
        var http = KaitsuServer.start(node, config.port())) {
      node.startWork();
      node.startStreams();
      talk.println("Kaitsu serves on http://127.0.0.1:" + http.port() + "/health");
      var run = new DemoRun(world, node, talk);
      run.waitForStreams();
      var demo = new DemoOrders(world);
      var results = run.approve(demo.make(orders));
      var report =
          new DemoReport(
              results,
              world.whmcs().books().ordersByMarker(),
              world.freebit().journal().activations());
      report.print(output, spec.commandLine().getOut());
      if (exit) {
        return report.allAsExpected() ? ExitCode.OK : ExitCode.FAILED;
      }
      SandboxHints.outsideWorld(talk, world, demo);
      SandboxHints.server(talk, http.port());
      new CountDownLatch(1).await();
      return ExitCode.OK;
    }
  }
}
