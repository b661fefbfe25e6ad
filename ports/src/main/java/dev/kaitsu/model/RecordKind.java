package dev.kaitsu.model;

import java.util.Locale;

/** What a record is about. Names are stored: never rename them. */
public enum RecordKind {
  /** A call; its quantity is seconds. */
  TALK,
  /** A short message; its quantity is messages. */
  SMS;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
