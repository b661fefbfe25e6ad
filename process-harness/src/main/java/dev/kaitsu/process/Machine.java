package dev.kaitsu.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine, as it describes itself; nothing that names it. */
public record Machine(List<String> facts) {
  private static final long KILOBYTES_PER_GIGABYTE = 1024 * 1024;

  /** Reads what there is; call it before the work, since it tells the load. */
  public static Machine describe() throws IOException {
    return new Machine(
        List.of(
            "%d cores, %s".formatted(Runtime.getRuntime().availableProcessors(), processor()),
            "%d GB of memory".formatted(memoryGigabytes()),
            "%s %s"
                .formatted(System.getProperty("java.vm.name"), System.getProperty("java.version")),
            "%s, kernel %s".formatted(distribution(), System.getProperty("os.version")),
            "load average when it began: %.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())));
  }

  private static String processor() throws IOException {
    return find("/proc/cpuinfo", "model name").replaceAll("^[\\s:]+", "");
  }

  private static long memoryGigabytes() throws IOException {
    return Long.parseLong(find("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
        / KILOBYTES_PER_GIGABYTE;
  }

  private static String distribution() throws IOException {
    return find("/etc/os-release", "PRETTY_NAME").replaceAll("[=\"]", "");
  }

  /** The rest of the first line that begins so. */
  private static String find(String file, String beginning) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .findFirst()
        .orElse("unknown");
  }
}
