package dev.kaitsu.cli;

import dev.kaitsu.server.KaitsuServer;
import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.Version;
import dev.kaitsu.wiring.config.KaitsuConfig;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the server: subscribes to events, fulfills orders, serves health pages.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final Map<String, String> environment;

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    var config = KaitsuConfig.from(environment);
    var stopped = new CountDownLatch(1);
    var node = Node.open(config);
    KaitsuServer http;
    try {
      http = KaitsuServer.start(node, config.port());
    } catch (RuntimeException failure) {
      node.close();
      throw failure;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("Stopping: running orders finish or are handed over");
                  http.close();
                  node.close();
                  LOG.info("Stopped");
                  stopped.countDown();
                },
                "kaitsu-shutdown"));
    node.startWork();
    node.startStreams();
    LOG.info("Kaitsu {} serves on port {}", Version.current(), http.port());
    stopped.await();
    return ExitCode.OK.number();
  }
}
