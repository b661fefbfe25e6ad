package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Findings;
import dev.kaitsu.crash.report.Options;
import dev.kaitsu.crash.report.Part;
import dev.kaitsu.crash.report.Violation;
import dev.kaitsu.process.Patience;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Two servers for a long time: unsteady streams, a steady load, one killed again and again. */
public final class Soak implements Part {
  /** The option with which the command line sets its length. */
  public static final String MINUTES = "minutes";

  private static final int STANDARD_MINUTES = 20;
  private static final int PER_SECOND = 20;
  private static final Duration KILL_EVERY = Duration.ofMinutes(2);
  private static final Duration FREEZE_EVERY = Duration.ofMinutes(5);
  private static final Duration FREEZE = Duration.ofSeconds(15);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(45);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long SEED = 20;
  private static final Map<String, String> SETTINGS = Map.of("SF_EVENTS_SILENCE_LIMIT", "20s");

  private final List<Vitals> vitals = new ArrayList<>();

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String method() {
    return """
        Two servers started by `./kaitsu serve` against the sandbox in another process, its \
        PostgreSQL with fsync on and its Redis. %d orders a second are approved, each a Platform \
        Event and a change event, and more change events follow. Every 2 to 16 s all event streams \
        fail in a way taken by chance. One server is killed with SIGKILL every %d s and started \
        anew. The other lives on; every %d s it is frozen for %d s, so that the streams change \
        hands. It is judged by what Salesforce and WHMCS hold at the end: each order Activated \
        exactly once, never Failed, and billed by exactly one accepted WHMCS order. No server logs \
        a stack trace, or an error other than the refused cursors; each channel has one stream in \
        the end; and the server that lives on needs no more of anything late than early. Its numbers, \
        each after a garbage collection:"""
        .formatted(
            PER_SECOND, KILL_EVERY.toSeconds(), FREEZE_EVERY.toSeconds(), FREEZE.toSeconds());
  }

  /** The vitals as rows of a table. */
  public List<String> table() {
    var lines = new ArrayList<String>();
    lines.add("| Minute | Heap MB | Memory MB | Threads | Open files and sockets |");
    lines.add("|---:|---:|---:|---:|---:|");
    vitals.forEach(each -> lines.add(each.row()));
    return lines;
  }

  @Override
  public Findings run(Options options) throws IOException, InterruptedException {
    int minutes = options.trials(MINUTES, STANDARD_MINUTES);
    try (var scene = Scene.open(Path.of("").toAbsolutePath())) {
      return run(scene, Duration.ofMinutes(minutes));
    }
  }

  private Findings run(Scene scene, Duration length) throws IOException, InterruptedException {
    var weather = new StreamWeather(scene.control(), SEED);
    var steady = scene.serve(SETTINGS);
    var victim = scene.serve(SETTINGS);
    var load = scene.load(PER_SECOND);
    int kills = 0;
    int freezes = 0;
    long begun = System.nanoTime();
    for (var age = Duration.ZERO; age.compareTo(length) < 0; age = since(begun)) {
      weather.next();
      if (age.compareTo(LOOK_EVERY.multipliedBy(vitals.size())) >= 0) {
        vitals.add(Vitals.of(steady, age.toSeconds() / 60.0));
      }
      if (age.compareTo(KILL_EVERY.multipliedBy(kills + 1L)) >= 0) {
        kills++;
        victim.kill();
        victim = scene.serve(SETTINGS);
      }
      if (age.compareTo(FREEZE_EVERY.multipliedBy(freezes + 1L)) >= 0) {
        freezes++;
        steady.freeze();
        TimeUnit.MILLISECONDS.sleep(FREEZE.toMillis());
        steady.thaw();
      }
    }
    var orders = load.stop();
    var violations = judge(scene, orders);
    new Flatness(vitals)
        .grew()
        .forEach(what -> violations.add(new Violation("the living server: " + what, table())));
    return new Findings(
        List.of(),
        violations,
        List.of(
            "%,d orders".formatted(orders.size()),
            "%d SIGKILL".formatted(kills),
            "%d SIGSTOP".formatted(freezes),
            "faults of all streams: " + weather.done()));
  }

  private static List<Violation> judge(Scene scene, List<String> orders)
      throws IOException, InterruptedException {
    var violations = new ArrayList<Violation>();
    var control = scene.control();
    if (!Patience.within(PATIENCE, () -> control.open() == 0)) {
      violations.add(new Violation("orders had not ended after " + PATIENCE, List.of()));
    }
    var books = new Books(control.books());
    for (String order : orders) {
      var broken = books.broken(order, Set.of());
      if (!broken.isEmpty()) {
        violations.add(new Violation(order, broken));
      }
    }
    if (!Patience.within(PATIENCE, () -> oneStreamEach(scene))) {
      violations.add(
          new Violation("a channel has not one stream", List.of(control.streams().toString())));
    }
    for (ServerProcess server : scene.servers()) {
      var alarming = ServerLog.read(server.output()).alarming();
      alarming = alarming.stream().filter(line -> !line.contains("ALARM: channel")).toList();
      if (!alarming.isEmpty()) {
        violations.add(new Violation("alarms in " + server.output().getFileName(), alarming));
      }
    }
    return violations;
  }

  private static boolean oneStreamEach(Scene scene) throws InterruptedException {
    for (var topic : scene.control().streams()) {
      if (topic.path("open").asInt() != 1) {
        return false;
      }
    }
    return true;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
