package dev.kaitsu.cli;

import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Settles a parked event by hand. */
@Command(
    name = "drop",
    description = {
      "Settles a parked event as seen: nobody need look at it any more. Its bytes stay in",
      "kaitsu.parked_events, and the order it may be about is found by sweeps."
    },
    mixinStandardHelpOptions = true)
final class EventsDropCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Option(names = "--topic", required = true, paramLabel = "<channel>")
  private String topic = "";

  @Option(names = "--key", required = true, paramLabel = "<key>")
  private String key = "";

  @Option(names = "--by", required = true, paramLabel = "<name>", description = "Who has seen it.")
  private String by = "";

  @Spec private CommandSpec spec;

  EventsDropCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      if (!node.parkedEventDesk().drop(topic, key, by)) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "no such event is parked; see 'kaitsu events parked'");
      }
      spec.commandLine().getErr().println("Done: the event is settled.");
      return ExitCode.OK.number();
    }
  }
}
