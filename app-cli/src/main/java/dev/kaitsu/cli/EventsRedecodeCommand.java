package dev.kaitsu.cli;

import dev.kaitsu.port.in.ParkedEventDesk.Redecoded;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads parked events again. */
@Command(
    name = "redecode",
    description = {
      "Reads parked events again with this version of Kaitsu: those that can be read are settled,",
      "and the orders they ask for are looked at. No cursor moves; repeating it is harmless."
    },
    mixinStandardHelpOptions = true)
final class EventsRedecodeCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Option(names = "--topic", paramLabel = "<channel>", description = "Only of this channel.")
  private Optional<String> topic = Optional.empty();

  @ArgGroup(multiplicity = "1")
  private Selection selection = new Selection();

  /** Which of them. */
  private static final class Selection {
    @Option(names = "--key", paramLabel = "<key>", description = "Only the event with this key.")
    private Optional<String> key = Optional.empty();

    @Option(names = "--all", description = "All of them.")
    private boolean all;
  }

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  EventsRedecodeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var results = node.parkedEventDesk().redecode(topic, selection.key);
      if (results.isEmpty() && !selection.all) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "no parked event has this key; see 'kaitsu events parked'");
      }
      var pages = results.stream().map(EventsRedecodeCommand::page).toList();
      output.print(
          spec.commandLine().getOut(),
          List.of("channel", "key", "settled", "outcome"),
          pages.stream().map(page -> page.values().stream().map(String::valueOf).toList()).toList(),
          pages);
      return (results.stream().allMatch(Redecoded::read) ? ExitCode.OK : ExitCode.FAILED).number();
    }
  }

  private static Map<String, Object> page(Redecoded result) {
    var page = new LinkedHashMap<String, Object>();
    page.put("topic", result.event().topic());
    page.put("key", result.event().key());
    page.put("settled", result.read());
    page.put("outcome", result.outcome());
    return page;
  }
}
