package dev.kaitsu.adapter.salesforce.stream;

import java.util.Arrays;
import java.util.List;

/**
 * A channel to subscribe to, and what its events are about.
 *
 * @param name with its leading path, such as {@code /data/OrderChangeEvent}; case matters
 */
public record StreamTopic(String name, Kind kind) {
  private static final int LONGEST = 120;
  private static final String OFF = "off";

  /** What the events of a channel say. */
  public enum Kind {
    /** Platform Events that ask for an order to be provisioned. */
    PROVISION_EVENTS("/event/", "Platform Events", "OrderProvisionRequested__e"),
    /** Change Data Capture: orders and items that changed; each event says which. */
    ORDER_CHANGES("/data/", "change events", "OrderChangeEvent");

    private final String prefix;
    private final String what;
    private final String example;

    Kind(String prefix, String what, String example) {
      this.prefix = prefix;
      this.what = what;
      this.example = example;
    }
  }

  public StreamTopic {
    boolean named =
        name.startsWith(kind.prefix)
            && name.length() > kind.prefix.length()
            && name.length() <= LONGEST
            && name.chars().skip(1).allMatch(c -> c == '/' || c == '_' || isLetterOrDigit(c));
    if (!named) {
      throw new IllegalArgumentException(
          "'%s', which is no channel of %s: give one such as %s"
              .formatted(name, kind.what, kind.prefix + kind.example));
    }
  }

  /**
   * Reads one channel or several, separated by commas; none from an empty text or {@code off}.
   *
   * @param variable names the setting in errors
   * @throws IllegalArgumentException naming the variable and the channel that is none
   */
  public static List<StreamTopic> parse(String variable, String channels, Kind kind) {
    try {
      return Arrays.stream(channels.split(",", -1))
          .map(String::strip)
          .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase(OFF))
          .map(name -> new StreamTopic(name, kind))
          .distinct()
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(variable + " names " + e.getMessage(), e);
    }
  }

  /** A channel as its path tells it. */
  static StreamTopic byPath(String name) {
    return Arrays.stream(Kind.values())
        .filter(kind -> name.startsWith(kind.prefix))
        .findFirst()
        .map(kind -> new StreamTopic(name, kind))
        .orElseThrow(() -> new IllegalArgumentException("'%s' is no channel".formatted(name)));
  }

  /** Items alone tell of no order to fulfill. */
  boolean bringsOrders() {
    return !name.equals("/data/OrderItemChangeEvent");
  }

  /** Whether several events may share one replay id here, as enriched change events do. */
  boolean sharesReplayIds() {
    return name.endsWith("__chn");
  }

  @Override
  public String toString() {
    return name;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
