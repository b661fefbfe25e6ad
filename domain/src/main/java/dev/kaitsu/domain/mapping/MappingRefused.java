package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.Halt;

/** An order cannot be mapped; carries why. */
public final class MappingRefused extends Exception {
  private final transient Halt.Refused why; // not serialized: it never leaves the process

  MappingRefused(Halt.Refused why) {
    super(why.reason());
    this.why = why;
  }

  public Halt.Refused why() {
    return why;
  }
}
