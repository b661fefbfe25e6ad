package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Findings;
import dev.kaitsu.crash.report.Options;
import dev.kaitsu.crash.report.Part;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers in processes of their own are killed, frozen, cut off and replaced under load. */
public final class LiveProcesses implements Part {
  private final List<Series> all =
      List.of(
          Kills.ofPlainOrders(),
          Kills.ofSimOrders(),
          new Freezes(),
          new ConnectionCuts(),
          new DatabaseRestarts(),
          new RedisTroubles(),
          new RollingRestarts());

  /** The options with which the command line sets numbers of trials. */
  public List<String> series() {
    return all.stream().map(series -> "--" + series.name()).toList();
  }

  @Override
  public String name() {
    return "live";
  }

  @Override
  public String method() {
    return """
        Servers started by `./kaitsu serve` against the sandbox in another process, its PostgreSQL \
        with fsync on and its Redis. Eight orders a second are approved while something fails; \
        latencies and faults of Salesforce, WHMCS and Freebit hold them at the named moment. A trial is over \
        when all of its orders have ended. It is judged by what their emulators \
        hold, never by Kaitsu's ledger: each order was told to be Activated exactly once, and \
        never to be Failed unless the trial makes WHMCS fail; WHMCS holds exactly one order with \
        its marker, accepted, and Salesforce names that one and its services, and Freebit activated \
        the line of a SIM order exactly once. No server logs an \
        error or a stack trace. The look window is %d s."""
        .formatted(Scene.LOOK_WINDOW.toSeconds());
  }

  @Override
  public Findings run(Options options) throws IOException, InterruptedException {
    var tally = new Tally();
    try (var scene = Scene.open(Path.of("").toAbsolutePath())) {
      for (Series series : all) {
        int trials = options.trials(series.name(), series.trials());
        if (trials > 0) {
          series.run(scene, trials, tally);
        }
      }
      readLogs(scene, tally);
    }
    return tally.findings();
  }

  private static void readLogs(Scene scene, Tally tally) throws IOException {
    for (ServerProcess server : scene.servers()) {
      var alarming = new ArrayList<>(ServerLog.read(server.output()).alarming());
      alarming.addAll(Files.readAllLines(server.errors()));
      if (!alarming.isEmpty()) {
        tally.violation("foreseeable trouble alarms in " + server.output().getFileName(), alarming);
      }
    }
  }
}
