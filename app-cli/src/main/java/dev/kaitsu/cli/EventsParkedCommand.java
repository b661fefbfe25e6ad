package dev.kaitsu.cli;

import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the events that could not be read. */
@Command(
    name = "parked",
    description = "Lists events that could not be read and that nobody has settled, oldest first.",
    mixinStandardHelpOptions = true)
final class EventsParkedCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  EventsParkedCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var pages = node.parkedEventDesk().open().stream().map(EventsParkedCommand::page).toList();
      output.print(
          spec.commandLine().getOut(),
          List.of("parked at", "channel", "key", "replay id", "schema", "bytes", "reason"),
          pages.stream().map(page -> page.values().stream().map(String::valueOf).toList()).toList(),
          pages);
      return ExitCode.OK.number();
    }
  }

  private static Map<String, Object> page(ParkedEvent event) {
    var page = new LinkedHashMap<String, Object>();
    page.put("parkedAt", event.parkedAt().toString());
    page.put("topic", event.topic());
    page.put("key", event.key());
    page.put("replayId", event.replayId().toString());
    page.put("schemaId", event.schemaId());
    page.put("bytes", event.size());
    page.put("reason", event.reason());
    return page;
  }
}
