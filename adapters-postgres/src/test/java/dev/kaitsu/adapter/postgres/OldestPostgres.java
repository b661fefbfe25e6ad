package dev.kaitsu.adapter.postgres;

import dev.kaitsu.sandbox.store.EmbeddedPostgresServer;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.nio.file.Path;

/** The oldest PostgreSQL we promise to run on, from the archive that the build puts aside. */
final class OldestPostgres {
  static final int VERSION = 15;

  private OldestPostgres() {}

  static EmbeddedPostgresServer start() {
    return EmbeddedPostgresServer.start(
        PostgresOptions.fast().fromBinaries(Path.of("target", "oldest-postgres.jar")));
  }
}
