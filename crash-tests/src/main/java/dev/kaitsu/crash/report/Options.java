package dev.kaitsu.crash.report;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the command line asks for beside the parts.
 *
 * @param seed replay only what this number stands for, and tell everything about it
 * @param orders how many orders to try, where a part can try any number
 */
public record Options(OptionalLong seed, OptionalInt orders) {
  public static final Options NONE = new Options(OptionalLong.empty(), OptionalInt.empty());
}
