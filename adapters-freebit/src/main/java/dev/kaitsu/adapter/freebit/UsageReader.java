package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a line has used (PA05-01); earlier days come as one text, newest first. */
final class UsageReader {
  private final FreebitMapping mapping;

  UsageReader(FreebitMapping mapping) {
    this.mapping = mapping;
  }

  Usage read(PhoneNumber line, WireObject reply, LocalDate today) {
    return new Usage(
        line,
        kilobytes(reply, MappingKey.READ_TODAY),
        recent(reply, today),
        kilobytes(reply, MappingKey.READ_REMAINING),
        reply.anywhere(mapping.list(MappingKey.READ_RESTRICTED)).flatMap(Flags::read));
  }

  private List<Usage.Day> recent(WireObject reply, LocalDate today) {
    var days = new ArrayList<Usage.Day>();
    var written = reply.anywhere(mapping.list(MappingKey.READ_RECENT)).orElse("");
    var date = today;
    for (var each : written.split(",", -1)) {
      date = date.minusDays(1);
      var day = date;
      number(each.strip()).ifPresent(amount -> days.add(new Usage.Day(day, amount)));
    }
    return days;
  }

  private Optional<Long> kilobytes(WireObject reply, MappingKey key) {
    return reply.anywhere(mapping.list(key)).flatMap(UsageReader::number);
  }

  private static Optional<Long> number(String text) {
    return Optional.of(text).filter(each -> each.matches("[0-9]{1,18}")).map(Long::valueOf);
  }
}
