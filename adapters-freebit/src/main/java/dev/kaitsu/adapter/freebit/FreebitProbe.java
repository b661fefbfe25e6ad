package dev.kaitsu.adapter.freebit;

import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.HealthProbe;
import java.util.Optional;

/** Logs in, which proves network and credential and gives everybody a fresh key. */
final class FreebitProbe implements HealthProbe {
  private final FreebitSession session;

  FreebitProbe(FreebitSession session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "freebit";
  }

  @Override
  public Optional<String> problem() {
    try {
      session.renew();
      return Optional.empty();
    } catch (ExternalCallException failed) {
      return Optional.of(failed.halt().reason());
    }
  }
}
