package dev.kaitsu.model.sim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a line has used (PA05-01), in kilobytes. Member names of that answer are not documented, so
 * every part may be missing.
 *
 * @param today used today
 * @param recent used on earlier days, newest first
 * @param restricted whether the operator has slowed the line down
 */
public record Usage(
    PhoneNumber line,
    Optional<Long> today,
    List<Day> recent,
    Optional<Long> remaining,
    Optional<Boolean> restricted) {
  public Usage {
    recent = List.copyOf(recent);
  }

  /** One day's use, in kilobytes. */
  public record Day(LocalDate date, long kilobytes) {}
}
