package dev.kaitsu.benchmark;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time used so far, which a busy machine distorts far less than the clock.
 *
 * @param server the measured node
 * @param sandbox the emulators
 * @param stores PostgreSQL and Redis, which the sandbox started
 */
record ProcessorTime(Duration server, Duration sandbox, Duration stores) {

  static ProcessorTime of(ProcessHandle server, ProcessHandle sandbox) {
    return new ProcessorTime(
        used(Stream.of(server)), used(Stream.of(sandbox)), used(sandbox.descendants()));
  }

  private static Duration used(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(
        server.minus(earlier.server), sandbox.minus(earlier.sandbox), stores.minus(earlier.stores));
  }
}
