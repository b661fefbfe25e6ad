package dev.kaitsu.model;

import java.util.regex.Pattern;

/**
 * Who asked for a change, for the log and the ledger: a service's name or a person's staff id, as
 * the caller tells it. No e-mail address and no name of a customer fits in.
 */
public record Caller(String name) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");

  public Caller {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a caller's name is up to 64 letters, digits, '.', '_', ':', '/' and '-'");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
