package dev.kaitsu.crash.report;

import java.io.IOException;

/** One way of stopping the product, with what it is judged by. */
public interface Part {
  /** What it is called on the command line. */
  String name();

  /** Exactly what is tried, and how it is judged, for readers of the matrix. */
  String method();

  /** Tries all of it. A broken promise is a finding, not an exception. */
  Findings run(Options options) throws IOException, InterruptedException;
}
