package dev.kaitsu.crash.live;

import java.io.IOException;

/** Trials of one kind, as many as are asked for. */
interface Series {
  /** What the number of trials is called on the command line, as in {@code kills}. */
  String name();

  /** How many trials a complete run has. */
  int trials();

  /** Runs so many trials on a scene without servers, and leaves none behind. */
  void run(Scene scene, int trials, Tally tally) throws IOException, InterruptedException;
}
