package dev.kaitsu.benchmark;

import java.io.IOException;
import java.util.List;

/** One thing that is measured. */
interface Part {
  /** What it is called on the command line. */
  String name();

  /** Exactly what is measured, and how, for readers of the table. */
  String method();

  List<Figure> measure(Bench bench) throws IOException, InterruptedException;
}
