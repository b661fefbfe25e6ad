package dev.kaitsu.cli;

import dev.kaitsu.model.ImportOutcome;
import dev.kaitsu.model.ImportOutcome.Busy;
import dev.kaitsu.model.ImportOutcome.Missing;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.in.RecordDesk;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Imports a month's files now. */
@Command(
    name = "import",
    description = {
      "Imports the record files of a month now; until all of a file is there, nobody sees any of it.",
      "The same file again does nothing; a corrected one replaces exactly that month.",
      "Exit code 3 if a file is not there, 4 if somebody else imports it, 5 if a system does not answer,",
      "1 if an import failed otherwise; of two, the graver one."
    },
    mixinStandardHelpOptions = true)
final class RecordsImportCommand implements Callable<Integer> {
  private static final List<ExitCode> GRAVEST_LAST =
      List.of(
          ExitCode.OK, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.UNAVAILABLE, ExitCode.FAILED);

  private final Map<String, String> environment;

  @Mixin private MonthOption months = new MonthOption();
  @Mixin private Output output;
  @Spec private CommandSpec spec;

  RecordsImportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var results = new ArrayList<Result>();
      for (RecordMonth month : months.months()) {
        results.add(run(node.recordDesk(), month));
      }
      var pages = results.stream().map(Result::page).toList();
      output.print(
          spec.commandLine().getOut(),
          List.of("kind", "month", "outcome", "rows", "bad", "repeated", "detail"),
          pages.stream().map(page -> page.values().stream().map(String::valueOf).toList()).toList(),
          pages);
      return results.stream()
          .map(Result::exit)
          .max(Comparator.comparing(GRAVEST_LAST::indexOf))
          .orElse(ExitCode.OK)
          .number();
    }
  }

  private Result run(RecordDesk desk, RecordMonth month) {
    var progress = new ProgressLine(spec.commandLine().getErr(), month);
    try {
      var outcome = desk.importMonth(month, progress);
      progress.end();
      return Result.of(outcome);
    } catch (RecordFileException failure) {
      progress.end();
      return Result.of(month, failure);
    } catch (StoreException failure) {
      progress.end();
      return Result.of(month, failure);
    }
  }

  /** One line of what is printed, and what it means to scripts. */
  private record Result(Map<String, Object> page, ExitCode exit) {

    static Result of(ImportOutcome outcome) {
      if (outcome instanceof ImportOutcome.Imported done) {
        return new Result(RecordPages.imported("imported", done.imported()), ExitCode.OK);
      }
      if (outcome instanceof ImportOutcome.Unchanged same) {
        return new Result(RecordPages.imported("unchanged", same.imported()), ExitCode.OK);
      }
      if (outcome instanceof Missing missing) {
        return new Result(
            page(missing.month(), "missing", missing.fileName() + " is not there"),
            ExitCode.NOT_FOUND);
      }
      var busy = (Busy) outcome;
      var detail = "%s imports it since %s".formatted(busy.who(), busy.since());
      return new Result(page(busy.month(), "busy", detail), ExitCode.REFUSED);
    }

    static Result of(RecordMonth month, RecordFileException failure) {
      return new Result(
          page(month, "failed", String.valueOf(failure.getMessage())),
          failure.isUnavailable() ? ExitCode.UNAVAILABLE : ExitCode.FAILED);
    }

    /** What was done before is told all the same. */
    static Result of(RecordMonth month, StoreException failure) {
      return new Result(
          page(month, "failed", String.valueOf(failure.getMessage())), ExitCode.UNAVAILABLE);
    }

    private static Map<String, Object> page(RecordMonth month, String outcome, String detail) {
      var page = new LinkedHashMap<String, Object>();
      page.put("kind", month.kind().label());
      page.put("month", month.month().toString());
      page.put("outcome", outcome);
      page.put("rows", "");
      page.put("badRows", "");
      page.put("repeatedRows", "");
      page.put("detail", detail);
      return page;
    }
  }
}
