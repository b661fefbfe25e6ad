package dev.kaitsu.domain;

import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.port.in.LivenessCheck;
import dev.kaitsu.port.out.WorkQueue;
import jakarta.inject.Inject;

/** The net under the job engine: an order with something left to do always has a next look. */
public final class LivenessSweep implements LivenessCheck {
  private final FulfillmentPorts ports;
  private final WorkQueue queue;

  @Inject
  public LivenessSweep(FulfillmentPorts ports, WorkQueue queue) {
    this.ports = ports;
    this.queue = queue;
  }

  @Override
  public int check() {
    var stranded = queue.stranded();
    stranded.forEach(ports.listener()::stranded);
    return ports
        .inbox()
        .hintIfIdle(stranded.stream().map(id -> Hint.of(id, HintSource.SWEEP)).toList());
  }
}
