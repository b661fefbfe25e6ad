package dev.kaitsu.adapter.freebit;

import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.SharedTokens;
import dev.kaitsu.port.out.SimCards;
import dev.kaitsu.port.out.SimLines;
import java.time.InstantSource;
import java.util.List;

/**
 * The SIM operator through the Freebit API: one login and one set of connections for all its ports.
 * Safe for use by many threads.
 */
public final class Freebit implements AutoCloseable {
  private final FreebitExchange exchange;
  private final FreebitSession session;
  private final FreebitMapping mapping;
  private final SimCards simCards;
  private final SimLines simLines;

  /**
   * Sends nothing before it is asked to.
   *
   * @param tokens shares the key between nodes
   */
  public Freebit(
      FreebitConfig config,
      SharedTokens tokens,
      InstantSource clock,
      FreebitCallListener listener) {
    this.mapping = config.mapping();
    this.exchange = new FreebitExchange(config, listener);
    this.session = new FreebitSession(config, tokens, new OemLogin(config, exchange), clock);
    var client = new FreebitClient(exchange, session, FreebitClient.LONGEST_WAIT_OF_A_WRITE);
    this.simCards = new FreebitSimCards(client, mapping);
    this.simLines = new FreebitSimLines(client, mapping, clock);
  }

  public SimCards simCards() {
    return simCards;
  }

  public SimLines simLines() {
    return simLines;
  }

  /** Logs in at every look, so it is not to be asked without pause. */
  public HealthProbe probe() {
    return new FreebitProbe(session);
  }

  /** What can be seen of Freebit before a go-live; no line is touched. */
  public List<Checkup> checkups() {
    return List.of(new LoginCheckup(session), new MappingCheckup(mapping));
  }

  @Override
  public void close() {
    exchange.close();
  }
}
