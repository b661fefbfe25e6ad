package dev.kaitsu.wiring.doctor;

import dev.kaitsu.adapter.postgres.StoreStartException;
import dev.kaitsu.model.Finding;
import dev.kaitsu.model.Finding.Level;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checkups side by side, each after those that it needs and within its time. One that breaks
 * is a finding like any other.
 */
final class Examination {
  private final Map<String, CompletableFuture<List<Finding>>> looks = new LinkedHashMap<>();
  private final Executor threads;

  Examination(Executor threads) {
    this.threads = threads;
  }

  /** Runs them to their end; the diagnoses come in the order of the checkups. */
  List<Diagnosis> of(List<Checkup> checkups) {
    checkups.forEach(checkup -> looks.put(checkup.name(), begin(checkup)));
    var diagnoses = new ArrayList<Diagnosis>();
    looks.forEach(
        (name, look) -> look.join().forEach(each -> diagnoses.add(new Diagnosis(name, each))));
    return diagnoses;
  }

  private CompletableFuture<List<Finding>> begin(Checkup checkup) {
    var needed = checkup.needs().stream().filter(looks::containsKey).map(looks::get).toList();
    return CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
        .thenCompose(done -> skipped(checkup).orElseGet(() -> look(checkup)));
  }

  private CompletableFuture<List<Finding>> look(Checkup checkup) {
    return CompletableFuture.supplyAsync(checkup::look, threads)
        .orTimeout(checkup.patience().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(broken -> List.of(finding(checkup, cause(broken))));
  }

  private Optional<CompletableFuture<List<Finding>>> skipped(Checkup checkup) {
    return checkup.needs().stream()
        .flatMap(name -> hindrance(name).stream())
        .findFirst()
        .map(why -> CompletableFuture.completedFuture(List.of(Finding.skipped(why))));
  }

  private Optional<String> hindrance(String name) {
    var look = looks.get(name);
    if (look == null) {
      return Optional.empty();
    }
    if (look.join().stream().anyMatch(each -> each.level() == Level.FAIL)) {
      return Optional.of(name + " failed");
    }
    return look.join().stream().anyMatch(each -> each.level() == Level.SKIPPED)
        ? Optional.of(name + " was skipped")
        : Optional.empty();
  }

  private static Finding finding(Checkup checkup, Throwable broken) {
    if (broken instanceof ExternalCallException call) {
      return Finding.fail(call.halt().reason(), "");
    }
    if (broken instanceof StoreStartException store) {
      return Finding.fail(String.valueOf(store.getMessage()), "");
    }
    return broken instanceof TimeoutException
        ? Finding.fail(
            "no answer within %d s".formatted(checkup.patience().toSeconds()),
            "check that it runs and is reachable from here, and how busy it is")
        : Finding.fail(
            "this could not be looked at: " + broken, "report this as a fault of Kaitsu");
  }

  private static Throwable cause(Throwable broken) {
    return broken instanceof CompletionException && broken.getCause() != null
        ? broken.getCause()
        : broken;
  }
}
