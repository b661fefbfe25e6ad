package dev.kaitsu.benchmark;

import dev.kaitsu.process.Control;
import dev.kaitsu.process.Launcher;
import dev.kaitsu.process.Patience;
import dev.kaitsu.process.SandboxProcess;
import dev.kaitsu.process.ServerProcess;
import dev.kaitsu.process.Way;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the parts measure: one sandbox, and servers as they need them. */
final class Bench implements AutoCloseable {
  // Until the compiler has nothing left to do; with fewer it competes for the cores.
  private static final int WARM_UP_ORDERS = 600;
  private static final int WARM_UP_ROUNDS = 15;
  private static final long LOOK_EVERY_MS = 50;
  private static final double NANOS = 1e9;

  private final Launcher launcher;
  private final SandboxProcess sandbox;
  private final String serverOptions;
  private Optional<ServerProcess> warm = Optional.empty();

  /**
   * A bench.
   *
   * @param serverOptions Java options for every server, such as a profiler's; may be empty
   */
  Bench(Launcher launcher, SandboxProcess sandbox, String serverOptions) {
    this.launcher = launcher;
    this.sandbox = sandbox;
    this.serverOptions = serverOptions;
  }

  Control control() {
    return sandbox.control();
  }

  ProcessorTime processorTime(ServerProcess server) {
    return ProcessorTime.of(server.handle(), sandbox.handle());
  }

  /** Runs a command to its end, in a process of its own; how many seconds it took. */
  double command(String name, List<String> command, String javaOptions)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(sandbox.environment());
    environment.put("KAITSU_JAVA_OPTS", javaOptions);
    long begun = System.nanoTime();
    int exitCode = launcher.start(name, command, environment).waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException("%s ended with exit code %d".formatted(command, exitCode));
    }
    return (System.nanoTime() - begun) / NANOS;
  }

  /** A server that is ready, subscribed and not yet warm. */
  ServerProcess server(String name) throws IOException, InterruptedException {
    return server(name, Map.of(), "");
  }

  ServerProcess server(String name, Map<String, String> settings, String javaOptions)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(sandbox.environment());
    environment.put("KAITSU_JAVA_OPTS", (serverOptions + " " + javaOptions).strip());
    environment.putAll(settings);
    var server = ServerProcess.start(launcher, name, environment);
    server.awaitStreams();
    return server;
  }

  /**
   * The one server whose code is compiled, whose connections are open and whose sandbox is warm
   * too. It stays until the bench is closed.
   */
  ServerProcess warmServer() throws IOException, InterruptedException {
    if (warm.isEmpty()) {
      warm = Optional.of(server("warm"));
      for (int round = 0; round < WARM_UP_ROUNDS; round++) {
        burst(control().orders(WARM_UP_ORDERS));
      }
    }
    return warm.get();
  }

  /** Approves all at once and answers their ways once each is activated. */
  List<Way> burst(List<String> orders) throws IOException, InterruptedException {
    control().forgetTimes();
    control().approve(orders);
    return activated(orders.size());
  }

  /** Waits for the end of all orders approved since the times were forgotten. */
  List<Way> activated(int count) throws IOException, InterruptedException {
    return activated(count, LOOK_EVERY_MS);
  }

  List<Way> activated(int count, long lookEveryMs) throws IOException, InterruptedException {
    Patience.until("every order has ended", lookEveryMs, () -> control().open() == 0);
    var ways = control().times();
    var failed = ways.stream().filter(way -> !way.isActivated()).toList();
    if (ways.size() != count || !failed.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d orders ended, and these not well: %s".formatted(ways.size(), count, failed));
    }
    return ways;
  }

  @Override
  public void close() {
    warm.ifPresent(ServerProcess::close);
    sandbox.close();
  }
}
