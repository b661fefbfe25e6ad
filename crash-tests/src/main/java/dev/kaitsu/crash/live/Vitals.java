package dev.kaitsu.crash.live;

import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.util.Locale;

/**
 * How a server is, at one moment.
 *
 * @param minute since the soak began
 * @param heapMegabytes used after a collection
 * @param residentMegabytes of memory, as the kernel counts it
 * @param files open files and sockets
 */
record Vitals(
    double minute, double heapMegabytes, double residentMegabytes, int threads, int files) {
  static Vitals of(ServerProcess server, double minute) throws IOException, InterruptedException {
    server.collectGarbage();
    return new Vitals(
        minute,
        server.heapMegabytes(),
        server.residentMegabytes(),
        server.threads(),
        server.openFiles());
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %.1f | %.0f | %.0f | %d | %d |",
        minute,
        heapMegabytes,
        residentMegabytes,
        threads,
        files);
  }
}
