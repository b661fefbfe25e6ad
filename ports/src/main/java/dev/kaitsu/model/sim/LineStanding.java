package dev.kaitsu.model.sim;

import java.util.Optional;

/** How far the operator shows a line. */
public enum LineStanding {
  /** The operator says that there is no such line. */
  ABSENT,
  /** Shown, but with no word that means that it is live. */
  SHOWN,
  IN_SERVICE;

  /** The standing of what was found. */
  public static LineStanding of(Optional<LineDetail> found) {
    if (found.isEmpty()) {
      return ABSENT;
    }
    return found.get().inService().orElse(false) ? IN_SERVICE : SHOWN;
  }
}
