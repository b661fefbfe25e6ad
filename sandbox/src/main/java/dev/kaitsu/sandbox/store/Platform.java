package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the machine must be for the binaries we carry. */
record Platform(String system, String architecture) {

  static Platform current() {
    return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /** Refuses any machine but Linux on amd64, the one platform whose binaries are on board. */
  void require(String server, String variable) {
    boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
    boolean amd64 = architecture.equals("amd64") || architecture.equals("x86_64");
    if (!linux || !amd64) {
      throw new StoreUnavailableException(
          "No embedded %s for %s on %s: only Linux on amd64 is on board; set %s to a server of your own."
              .formatted(server, system, architecture, variable));
    }
  }

  /** Whether this program runs as root, which PostgreSQL refuses for itself. */
  static boolean runsAsRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }
}
