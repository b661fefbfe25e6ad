package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What machine this is, and how the binaries for it are called where we carry them. */
record Platform(String system, String architecture) {
  private static final String LINUX = "linux";
  private static final String MACOS = "darwin";
  private static final String AMD64 = "amd64";
  private static final String ARM64 = "arm64";

  static Platform current() {
    return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /** Refuses a machine for which there are no binaries at all. */
  void require(String server, String variable) {
    if (os().isEmpty() || processor().isEmpty()) {
      throw new StoreUnavailableException(
          ("No embedded %s for %s on %s: there are binaries for Linux and macOS on amd64 and arm64;"
                  + " set %s to a server of your own.")
              .formatted(server, system, architecture, variable));
    }
  }

  /** The archive in the one artifact of PostgreSQL binaries that this machine's build takes. */
  String postgresArchive() {
    return "postgres-%s-%s.txz".formatted(os(), processor().equals(AMD64) ? "x86_64" : "arm_64");
  }

  /** The program among those of all machines in the artifact of Redis binaries. */
  String redisProgram() {
    return "redis-server-7.0.15-%s-%s".formatted(os(), processor());
  }

  /** What starts a program in a session of its own; macOS has no such command. */
  List<String> ownSession() {
    return os().equals(LINUX) ? List.of("setsid") : List.of();
  }

  /** Whether this program runs as root, which PostgreSQL refuses for itself. */
  boolean runsAsRoot() throws IOException {
    return os().equals(LINUX)
        ? Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
        : System.getProperty("user.name", "").equals("root");
  }

  private String os() {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return LINUX;
    }
    return name.startsWith("mac") ? MACOS : "";
  }

  private String processor() {
    return switch (architecture) {
      case "amd64", "x86_64" -> AMD64;
      case "aarch64", "arm64" -> ARM64;
      default -> "";
    };
  }
}
