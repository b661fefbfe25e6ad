package dev.kaitsu.cli;

import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Of which month, and of which kind: both if none is named. */
final class MonthOption {
  @Option(
      names = "--month",
      paramLabel = "<yyyy-mm>",
      description = "The month, such as 2026-09.",
      required = true,
      converter = Converter.class)
  private YearMonth month = YearMonth.of(2000, 1);

  @Option(
      names = "--kind",
      paramLabel = "talk|sms",
      description = "Only records of this kind: ${COMPLETION-CANDIDATES}.")
  private Optional<RecordKind> kind = Optional.empty();

  List<RecordMonth> months() {
    return Stream.of(RecordKind.values())
        .filter(each -> kind.isEmpty() || kind.get() == each)
        .map(each -> new RecordMonth(each, month))
        .toList();
  }

  /** Reads a month. */
  static final class Converter implements ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String text) {
      try {
        return RecordMonth.parseMonth(text);
      } catch (IllegalArgumentException malformed) {
        throw new TypeConversionException("it " + malformed.getMessage());
      }
    }
  }
}
