package dev.kaitsu.adapter.freebit;

import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Ways to reach an operator. */
final class Operator {
  private Operator() {}

  static FreebitConfig config(URI url) {
    return FreebitConfig.of(url, credential());
  }

  static FreebitConfig config(URI url, String... mapping) {
    return config(url, FreebitConfig.DEFAULT_TIMEOUT, mapping);
  }

  static FreebitConfig config(URI url, Duration timeout, String... mapping) {
    return new FreebitConfig(
        url,
        credential(),
        timeout,
        FreebitConfig.DEFAULT_KEY_LIFETIME,
        FreebitMapping.with("test", List.of(mapping)));
  }

  static FreebitConfig.Credential credential() {
    return new FreebitConfig.Credential(FreebitEmulator.OEM_ID, FreebitEmulator.OEM_KEY);
  }

  static Freebit freebit(FreebitConfig config) {
    return new Freebit(
        config,
        new InMemorySharedTokens(new SettableClock()),
        InstantSource.system(),
        FreebitCallListener.NONE);
  }

  static URI nobodyThere() {
    try (var socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
  }
}
