package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one account of an embedded PostgreSQL. It is asked for, so a wrong password is refused. */
final class Credentials {
  static final String USER = "kaitsu";
  static final String PASSWORD = "kaitsu";

  private Credentials() {}

  static Path passwordFile() throws IOException {
    return Files.writeString(Files.createTempFile("kaitsu-pg", ".pw"), PASSWORD + "\n");
  }
}
