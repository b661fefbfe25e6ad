package dev.kaitsu.cli;

import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.port.in.ReplayDesk;
import dev.kaitsu.port.out.RejectedPositionException;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves the place from which a channel is read, after showing what that would do. */
@Command(
    name = "set",
    description = {
      "Lets a channel's next stream begin at another place, on whichever server reads it.",
      "Without --yes nothing is changed: the events from there on are read and counted only.",
      "Each event read counts as a delivery against the org's allocation of the day."
    },
    mixinStandardHelpOptions = true)
final class ReplaySetCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "<channel>")
  private String topic = "";

  @Parameters(
      index = "1",
      paramLabel = "<position>",
      description = "A replay id in hexadecimal or base64 (base64:… if both fit), or 'earliest'.",
      converter = PositionArgument.class)
  private StreamPosition position = new StreamPosition.Earliest();

  @Option(names = "--by", required = true, paramLabel = "<name>", description = "Who wants it.")
  private String by = "";

  @Option(names = "--yes", description = "Do it; the place is only tried, with one event.")
  private boolean confirmed;

  @Option(
      names = "--limit",
      paramLabel = "<events>",
      description = "How many events to read for the preview (default ${DEFAULT-VALUE}).",
      defaultValue = "10000")
  private int limit;

  @Option(
      names = "--time",
      paramLabel = "<seconds>",
      description = "How long to read for the preview (default ${DEFAULT-VALUE}).",
      defaultValue = "120")
  private int seconds;

  @Mixin private Output output;
  @Spec private CommandSpec spec;

  ReplaySetCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var limits = limits();
    try (var node = Node.open(KaitsuConfig.from(environment))) {
      var desk = node.replayDesk();
      ReplayTopics.configured(desk, topic);
      var preview = preview(desk, limits);
      if (confirmed) {
        desk.begin(topic, position, by);
        var now = node.clock().instant();
        output.print(out(), ReplayPages.of(ReplayTopics.known(desk, topic), now));
        talk(
            "Done: whoever reads channel %s begins %s, within seconds.".formatted(topic, position));
      } else {
        output.print(out(), preview);
        talk("Nothing is changed. Add --yes to let it begin %s.".formatted(position));
      }
      return ExitCode.OK.number();
    }
  }

  private Map<String, Object> preview(ReplayDesk desk, SpanLimits limits) {
    talk(
        "Reading channel %s %s, at most %d events; each counts as a delivery."
            .formatted(topic, position, limits.events()));
    try {
      return ReplayPages.of(topic, position, desk.preview(topic, position, limits));
    } catch (RejectedPositionException unknown) {
      throw new CommandFailure(ExitCode.REFUSED, String.valueOf(unknown.getMessage()));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void talk(String line) {
    spec.commandLine().getErr().println(line);
  }

  private SpanLimits limits() {
    try {
      return new SpanLimits(confirmed ? 1 : limit, Duration.ofSeconds(seconds));
    } catch (IllegalArgumentException unusable) {
      throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()));
    }
  }
}
