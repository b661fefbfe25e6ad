package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the server process over a data directory and waits until it takes connections. */
record PostgresLaunch(
    PostgresBinaries binaries, DataDirectory data, Map<String, String> settings, int port) {
  private static final String READY = "database system is ready to accept connections";

  /** Long, because the server may have to recover from a crash first. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  WatchedServer start() throws IOException {
    var server =
        WatchedServer.start(binaries.command("postgres", arguments()), READY, "INT", data.scrap());
    server.awaitReady(PATIENCE);
    return server;
  }

  private List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.add("-D");
    arguments.add(data.path().toString());
    arguments.add("-p");
    arguments.add(Integer.toString(port));
    settings.forEach(
        (setting, value) -> {
          arguments.add("-c");
          arguments.add(setting + "=" + value);
        });
    return arguments;
  }
}
