package dev.kaitsu.crash.world;

import dev.kaitsu.model.FormField;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.port.out.SimCards;
import java.util.List;
import java.util.Optional;

/** The SIM operator at the other end of a wire. */
record WiredSimCards(SimCards cards, Wire wire) implements SimCards {
  @Override
  public Optional<LineDetail> find(PhoneNumber line) {
    return wire.carry(Call.SIM_LOOK, () -> cards.find(line));
  }

  @Override
  public List<FormField> preview(SimRequest request, SimCall call) {
    return cards.preview(request, call);
  }

  @Override
  public void send(SimRequest request, SimCall call) {
    wire.carry(
        call == SimCall.VOICE_REGISTRATION ? Call.SIM_VOICE : Call.SIM_ACTIVATE,
        () -> {
          cards.send(request, call);
          return call;
        });
  }
}
