package dev.kaitsu.adapter.sftp;

import dev.kaitsu.adapter.sftp.KindMapping.Columns;
import dev.kaitsu.adapter.sftp.KindMapping.Form;
import dev.kaitsu.adapter.sftp.KindMapping.Units;
import dev.kaitsu.adapter.sftp.MappingEntries.Entry;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RepeatedRows;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Makes one kind's mapping of the entries; faults are gathered there. */
final class MappingReader {
  private static final String OFF = "off";

  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "shift_jis", Charset.forName("windows-31j"),
          "windows-31j", Charset.forName("windows-31j"),
          "utf-8", StandardCharsets.UTF_8);

  private final MappingEntries entries;
  private final RecordKind kind;

  MappingReader(MappingEntries entries, RecordKind kind) {
    this.entries = entries;
    this.kind = kind;
  }

  KindMapping read() {
    boolean header = word("header", Map.of("yes", true, "no", false), false);
    return new KindMapping(
        new Form(
            word("charset", CHARSETS, StandardCharsets.UTF_8),
            word("separator", Map.of(",", ',', ";", ';', "tab", '\t', "|", '|'), ','),
            header,
            word("final-newline", Map.of("required", true, "optional", false), true),
            fields()),
        columns(header),
        units(),
        word(
            "identical-rows",
            Map.of("once", RepeatedRows.ONCE, "each", RepeatedRows.EACH),
            RepeatedRows.EACH));
  }

  private Columns columns(boolean header) {
    return new Columns(
        needed("line", header),
        needed("date", header),
        column("time", header),
        column("other-party", header),
        kind == RecordKind.TALK ? Optional.of(needed("duration", header)) : column("count", header),
        column("charge", header));
  }

  private Units units() {
    var time =
        entry("time").value().equals(OFF)
            ? Optional.<Moments.Pattern>empty()
            : pattern("time-format");
    return new Units(
        new Moments(pattern("date-format").orElseGet(() -> Moments.Pattern.of("")), time),
        zone(),
        kind == RecordKind.TALK ? unit() : DurationUnit.SECONDS,
        word("charge-unit", Map.of("yen", false, "sen", true), false));
  }

  private DurationUnit unit() {
    var words =
        Map.of(
            DurationUnit.SECONDS.word(), DurationUnit.SECONDS,
            DurationUnit.TENTHS.word(), DurationUnit.TENTHS,
            DurationUnit.MINUTES.word(), DurationUnit.MINUTES,
            DurationUnit.CLOCK.word(), DurationUnit.CLOCK);
    return word("duration-unit", words, DurationUnit.SECONDS);
  }

  private Column needed(String name, boolean header) {
    return column(name, header)
        .orElseGet(
            () -> {
              problem(entry(name), "is needed, it cannot be off");
              return new Column.At(1);
            });
  }

  private Optional<Column> column(String name, boolean header) {
    var entry = entry(name);
    if (entry.value().equals(OFF)) {
      return Optional.empty();
    }
    return parsed(entry, Column::of)
        .map(
            column -> {
              if (column instanceof Column.Named && !header) {
                problem(entry, "is a heading, but 'header = no' says that there are none");
              }
              return column;
            });
  }

  private OptionalInt fields() {
    var entry = entry("fields");
    if (entry.value().equals(OFF)) {
      return OptionalInt.empty();
    }
    var number = parsed(entry, Column::of);
    if (number.isPresent() && number.get() instanceof Column.At at) {
      return OptionalInt.of(at.position());
    }
    problem(entry, "is no number of fields, nor 'off'");
    return OptionalInt.empty();
  }

  private Optional<Moments.Pattern> pattern(String name) {
    return parsed(entry(name), Moments.Pattern::of);
  }

  private ZoneId zone() {
    return parsed(entry("zone"), ZoneId::of).orElse(ZoneOffset.UTC);
  }

  private <T> T word(String name, Map<String, T> words, T otherwise) {
    var entry = entry(name);
    var value = words.get(entry.value().toLowerCase(Locale.ROOT));
    if (value == null) {
      problem(entry, "is none of " + words.keySet().stream().sorted().toList());
    }
    return value == null ? otherwise : value;
  }

  private <T> Optional<T> parsed(Entry entry, Function<String, T> parser) {
    try {
      if (!entry.value().isEmpty()) {
        return Optional.of(parser.apply(entry.value()));
      }
      problem(entry, "has no value");
    } catch (IllegalArgumentException | DateTimeException malformed) {
      problem(entry, "is '%s': %s".formatted(entry.value(), malformed.getMessage()));
    }
    return Optional.empty();
  }

  private Entry entry(String name) {
    return entries.find(kind.label(), name);
  }

  private void problem(Entry entry, String what) {
    entries.problem(entry.line(), "'%s' %s".formatted(entry.key(), what));
  }
}
