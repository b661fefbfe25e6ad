package dev.kaitsu.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is checked out. */
public final class Commit {
  private Commit() {}

  /** The short id; marked where files differ from it, other than the page that the run writes. */
  public static String checkedOut(Path home, String page) throws IOException, InterruptedException {
    var id = git(home, "rev-parse", "--short=12", "HEAD");
    var changed = git(home, "status", "--porcelain", "--", ".", ":!" + page);
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
