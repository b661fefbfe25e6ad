package dev.kaitsu.wiring.doctor;

import dev.kaitsu.adapter.whmcs.MarkerTrial;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.wiring.config.ReadableParts;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Examines an environment before a go-live. */
public final class Doctor {
  private final ReadableParts parts;
  private final InstantSource clock;
  private final Optional<MarkerTrial> trial;

  private Doctor(ReadableParts parts, InstantSource clock, Optional<MarkerTrial> trial) {
    this.parts = parts;
    this.clock = clock;
    this.trial = trial;
  }

  public static Doctor of(Map<String, String> environment, InstantSource clock) {
    return new Doctor(ReadableParts.of(environment), clock, Optional.empty());
  }

  /** With consent to one order on a test client, which proves where WHMCS stores the marker. */
  public Doctor provingMarker(BillingClientId client, ProductId product) {
    return new Doctor(parts, clock, Optional.of(new MarkerTrial(client, product)));
  }

  /** Looks at everything; ends within about a minute, whoever does not answer. */
  public List<Diagnosis> examine() {
    ExecutorService threads = Executors.newCachedThreadPool(Doctor::thread);
    try (var practice = new Practice(parts, clock, trial)) {
      return new Examination(threads).of(practice.checkups());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "kaitsu-doctor");
    thread.setDaemon(true);
    return thread;
  }
}
