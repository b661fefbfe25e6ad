package dev.kaitsu.cli;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rows that could not be read. */
@Command(
    name = "bad",
    description = "Lists the rows of a month's files that could not be read, by line number.",
    mixinStandardHelpOptions = true)
final class RecordsBadCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Mixin private MonthOption months = new MonthOption();

  @Option(
      names = "--most",
      paramLabel = "<n>",
      description = "At most so many of each file (default ${DEFAULT-VALUE}).",
      defaultValue = "100")
  private int most;

  @Option(names = "--content", description = "Show the rows themselves. They hold personal data.")
  private boolean content;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  RecordsBadCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (most < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--most must be at least 1, not " + most);
    }
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var pages = new ArrayList<Map<String, Object>>();
      for (RecordMonth month : months.months()) {
        for (BadRow row : node.recordDesk().badRows(month, most)) {
          pages.add(page(month, row));
        }
      }
      var headings = new ArrayList<>(List.of("kind", "line", "reason"));
      if (content) {
        headings.add("content");
      }
      output.print(
          spec.commandLine().getOut(),
          headings,
          pages.stream().map(page -> page.values().stream().map(String::valueOf).toList()).toList(),
          pages);
      return ExitCode.OK.number();
    }
  }

  private Map<String, Object> page(RecordMonth month, BadRow row) {
    var page = new LinkedHashMap<String, Object>();
    page.put("kind", month.kind().label());
    page.put("line", row.row());
    page.put("reason", row.reason());
    if (content) {
      page.put("content", row.content());
    }
    return page;
  }
}
