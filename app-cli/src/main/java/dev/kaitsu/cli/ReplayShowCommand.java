package dev.kaitsu.cli;

import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where channels stand. */
@Command(
    name = "show",
    description = {
      "Shows where each channel is resumed, how old that place is, and who reads the channel.",
      "Salesforce keeps events for 72 hours; an older cursor is rejected."
    },
    mixinStandardHelpOptions = true)
final class ReplayShowCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(index = "0", arity = "0..1", paramLabel = "<channel>")
  private Optional<String> topic = Optional.empty();

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  ReplayShowCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var desk = node.replayDesk();
      var now = node.clock().instant();
      Map<String, ?> page =
          topic.isPresent()
              ? ReplayPages.of(ReplayTopics.known(desk, topic.get()), now)
              : Map.of(
                  "channels",
                  desk.standings().stream().map(each -> ReplayPages.of(each, now)).toList());
      output.print(spec.commandLine().getOut(), page);
      return ExitCode.OK.number();
    }
  }
}
