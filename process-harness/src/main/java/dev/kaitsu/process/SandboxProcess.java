package dev.kaitsu.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The outside world in a process of its own: {@code kaitsu sandbox --no-server}. */
public final class SandboxProcess implements AutoCloseable {
  private static final Pattern VARIABLE = Pattern.compile("export (\\w+)='(.*)'");
  private static final String UP = "The sandbox stays up";

  private final Process process;
  private final Map<String, String> environment;
  private final Control control;

  private SandboxProcess(Process process, Map<String, String> environment, Control control) {
    this.process = process;
    this.environment = Map.copyOf(environment);
    this.control = control;
  }

  public static SandboxProcess start(Launcher launcher) throws IOException, InterruptedException {
    var variables = launcher.file("sandbox.env");
    Files.deleteIfExists(variables);
    var process =
        launcher.start(
            "sandbox",
            List.of("sandbox", "--no-server", "--env-file", variables.toString()),
            Map.of("KAITSU_JAVA_OPTS", "-Xmx2g"));
    var talk = launcher.file("sandbox.err");
    Patience.until("the sandbox is up", () -> !process.isAlive() || isUp(Files.readString(talk)));
    var said = Files.readString(talk);
    if (!isUp(said)) {
      throw new IllegalStateException("the sandbox does not start: " + said);
    }
    var environment = new HashMap<String, String>();
    VARIABLE
        .matcher(Files.readString(variables))
        .results()
        .forEach(found -> environment.put(found.group(1), found.group(2)));
    var control = URI.create(environment.getOrDefault("SANDBOX_CONTROL", ""));
    return new SandboxProcess(process, environment, new Control(control));
  }

  private static boolean isUp(String said) {
    return said.contains(UP);
  }

  /** What {@code kaitsu serve} needs to find it. */
  public Map<String, String> environment() {
    return environment;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public Control control() {
    return control;
  }

  @Override
  public void close() {
    Launcher.stop(process);
  }
}
