package dev.kaitsu.crash.live;

import dev.kaitsu.process.Control;
import dev.kaitsu.process.Launcher;
import dev.kaitsu.process.SandboxProcess;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One sandbox for all trials, and servers that come and go. */
final class Scene implements AutoCloseable {
  /** Long enough to see what it does, short enough not to wait for it all day. */
  static final Duration LOOK_WINDOW = Duration.ofSeconds(6);

  private static final int PER_SECOND = 8;
  private static final int PAUSE_MS = 600;
  private static final int RESERVE = 600;
  private static final int SIMS_PER_SECOND = 3;
  private static final int SIM_RESERVE = 200;

  private final Random random = new Random(11);
  private final Launcher launcher;
  private final SandboxProcess sandbox;
  private final Deque<String> reserve = new ArrayDeque<>();
  private final Deque<String> simReserve = new ArrayDeque<>();
  private final List<ServerProcess> servers = new ArrayList<>();

  private Scene(Launcher launcher, SandboxProcess sandbox) {
    this.launcher = launcher;
    this.sandbox = sandbox;
  }

  /**
   * Opens the scene.
   *
   * @param home where {@code kaitsu} is
   */
  static Scene open(Path home) throws IOException, InterruptedException {
    var logs = Files.createDirectories(home.resolve("crash-tests/target/logs"));
    var launcher = new Launcher(home, logs);
    return new Scene(launcher, SandboxProcess.start(launcher));
  }

  Control control() {
    return sandbox.control();
  }

  /** Starts a server that hears of every approval from now on. */
  ServerProcess serve(Map<String, String> settings) throws IOException, InterruptedException {
    var environment = new HashMap<>(sandbox.environment());
    environment.put("KAITSU_LOOK_WINDOW", LOOK_WINDOW.toSeconds() + "s");
    environment.put("KAITSU_SIM_LOOK_WINDOW", LOOK_WINDOW.toSeconds() + "s");
    environment.put("FREEBIT_TIMEOUT", "4s");
    environment.put("WHMCS_TIMEOUT", "4s");
    environment.putAll(settings);
    var server = ServerProcess.start(launcher, "server-" + (servers.size() + 1), environment);
    servers.add(server);
    server.awaitStreams();
    return server;
  }

  /** Begins a trial: orders come from now on. */
  Trial begin() throws InterruptedException {
    control().forgetTimes();
    if (reserve.size() < RESERVE) {
      reserve.addAll(control().orders(RESERVE));
    }
    return new Trial(control(), load(PER_SECOND));
  }

  /** Begins a trial of SIM orders. */
  Trial beginSims() throws InterruptedException {
    control().forgetTimes();
    if (simReserve.size() < SIM_RESERVE) {
      simReserve.addAll(control().simOrders(SIM_RESERVE));
    }
    return new Trial(control(), SteadyLoad.ofSims(control(), simReserve, SIMS_PER_SECOND));
  }

  /** Orders that are approved from now on, until it is stopped. */
  SteadyLoad load(int perSecond) {
    return SteadyLoad.begin(control(), reserve, perSecond);
  }

  /** Holds orders at a node there, and goes on at some time soon after. */
  void holdAt(ServerProcess node, Moment moment) throws IOException, InterruptedException {
    moment.holdAt(node, control());
    TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_MS));
  }

  /** Every server that was ever started here. */
  List<ServerProcess> servers() {
    return List.copyOf(servers);
  }

  @Override
  public void close() {
    servers.forEach(ServerProcess::close);
    sandbox.close();
  }
}
