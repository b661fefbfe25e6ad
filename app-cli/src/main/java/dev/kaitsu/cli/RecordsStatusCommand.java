package dev.kaitsu.cli;

import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows which months are there. */
@Command(
    name = "status",
    description = {
      "Shows the months whose records are there, and the gaps: months that are due and are not.",
      "Exit code 1 if there is a gap."
    },
    mixinStandardHelpOptions = true)
final class RecordsStatusCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  RecordsStatusCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var books = node.recordDesk().books();
      var pages =
          Stream.concat(
                  books.gaps().stream().map(RecordPages::gap),
                  books.imported().stream().map(each -> RecordPages.imported("imported", each)))
              .toList();
      output.print(
          spec.commandLine().getOut(),
          List.of("kind", "month", "state", "rows", "bad", "repeated", "detail"),
          pages.stream().map(page -> page.values().stream().map(String::valueOf).toList()).toList(),
          pages);
      return (books.gaps().isEmpty() ? ExitCode.OK : ExitCode.FAILED).number();
    }
  }
}
