package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("No server outlives the program that started it")
class NoOrphanTest {

  @Test
  @DisplayName("killed without warning: both servers and the temporary data are gone")
  void killed() throws IOException {
    var program = start();
    var stores = storesOf(program);
    program.destroyForcibly();
    assertGone(stores);
  }

  @Test
  @DisplayName("killed while its Redis is paused: gone all the same")
  void killedWhilePaused() throws IOException {
    var program = start("paused");
    var stores = storesOf(program);
    program.destroyForcibly();
    assertGone(stores);
  }

  @Test
  @DisplayName("ended without closing anything: gone as well")
  void ended() throws IOException {
    var program = start();
    var stores = storesOf(program);
    program.getOutputStream().close();
    assertGone(stores);
  }

  private static Process start(String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
    command.add(StoresOfOneProcess.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Stores storesOf(Process program) throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    var told = new Scanner(lines.readLine());
    var stores = new Stores(told.nextLong(), told.nextLong(), Path.of(told.next()));
    assertThat(isAlive(stores.postgres())).isTrue();
    assertThat(isAlive(stores.redis())).isTrue();
    assertThat(stores.data()).exists();
    return stores;
  }

  private static void assertGone(Stores stores) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(isAlive(stores.postgres())).isFalse();
              assertThat(isAlive(stores.redis())).isFalse();
              assertThat(Files.exists(stores.data())).isFalse();
            });
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private record Stores(long postgres, long redis, Path data) {}
}
