package dev.kaitsu.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts {@code ./kaitsu} as a user does; what it says goes to files. */
public final class Launcher {
  private static final long PATIENCE_SECONDS = 30;

  private final Path home;
  private final Path directory;

  /**
   * A launcher.
   *
   * @param home where {@code kaitsu} is
   * @param directory where the files go
   */
  public Launcher(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  public Path file(String name) {
    return directory.resolve(name);
  }

  /** Starts a command. The script becomes the Java process, so the process is that one. */
  public Process start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(new ArrayList<>(command));
    builder.command().add(0, home.resolve("kaitsu").toString());
    builder.directory(home.toFile());
    builder.environment().keySet().removeIf(Launcher::isOurs);
    builder.environment().putAll(environment);
    builder.redirectOutput(file(name + ".out").toFile());
    builder.redirectError(file(name + ".err").toFile());
    return builder.start();
  }

  /** What the caller's own shell says about Kaitsu must not change what is measured. */
  private static boolean isOurs(String variable) {
    return List.of("KAITSU_", "SF_", "SFTP_", "WHMCS_", "FREEBIT_", "DATABASE_", "REDIS_").stream()
        .anyMatch(variable::startsWith);
  }

  /** Asks a process to end; kills it if it does not. */
  public static void stop(Process process) {
    process.destroy();
    process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
  }
}
