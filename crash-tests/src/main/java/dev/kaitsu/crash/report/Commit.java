package dev.kaitsu.crash.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is checked out. */
public final class Commit {
  private Commit() {}

  /** The short id; marked where files differ from it, other than the page this run writes. */
  public static String checkedOut(Path home) throws IOException, InterruptedException {
    var id = git(home, "rev-parse", "--short=12", "HEAD");
    var changed = git(home, "status", "--porcelain", "--", ".", ":!docs/failure-matrix.md");
    return changed.isEmpty() ? id : id + " with changes";
  }

  private static String git(Path home, String... arguments)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(new ArrayList<>(List.of(arguments)))
            .directory(home.toFile())
            .redirectErrorStream(true);
    builder.command().add(0, "git");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? said : "unknown";
  }
}
