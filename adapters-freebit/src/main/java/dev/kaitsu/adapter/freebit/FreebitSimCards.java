package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.FormField;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.port.out.SimCards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Activation of SIMs through the Freebit API. */
final class FreebitSimCards implements SimCards {
  private final FreebitClient client;
  private final LineLook look;
  private final ActivationCalls calls;

  FreebitSimCards(FreebitClient client, FreebitMapping mapping) {
    this.client = client;
    this.look = new LineLook(client, mapping);
    this.calls = new ActivationCalls(mapping);
  }

  @Override
  public Optional<LineDetail> find(PhoneNumber line) {
    return look.find(line);
  }

  @Override
  public List<FormField> preview(SimRequest request, SimCall call) {
    var sent = calls.of(request, call);
    var fields = new ArrayList<FormField>();
    fields.add(new FormField("path", sent.path()));
    fields.addAll(sent.body().preview());
    return List.copyOf(fields);
  }

  @Override
  public void send(SimRequest request, SimCall call) {
    var unused = client.send(calls.of(request, call));
  }
}
