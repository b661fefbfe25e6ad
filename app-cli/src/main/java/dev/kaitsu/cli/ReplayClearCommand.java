package dev.kaitsu.cli;

import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets where a channel stands. */
@Command(
    name = "clear",
    description = {
      "Forgets a channel's cursor and its copy in Redis: the next stream brings what is published",
      "from then on, and a sweep looks for orders that wait. Without --yes nothing is changed."
    },
    mixinStandardHelpOptions = true)
final class ReplayClearCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "<channel>")
  private String topic = "";

  @Option(names = "--by", required = true, paramLabel = "<name>", description = "Who wants it.")
  private String by = "";

  @Option(names = "--yes", description = "Do it.")
  private boolean confirmed;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  ReplayClearCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var desk = node.replayDesk();
      ReplayTopics.known(desk, topic);
      if (confirmed) {
        desk.begin(topic, new StreamPosition.FromNowOn(), by);
      }
      var now = node.clock().instant();
      output.print(
          spec.commandLine().getOut(), ReplayPages.of(ReplayTopics.known(desk, topic), now));
      spec.commandLine()
          .getErr()
          .println(
              confirmed
                  ? "Done: the next stream begins from now on, and a sweep finds what waits."
                  : "Nothing is changed. With --yes this place is forgotten: the next stream"
                      + " begins from now on, events since are skipped, and a sweep finds what"
                      + " waits.");
      return ExitCode.OK.number();
    }
  }
}
