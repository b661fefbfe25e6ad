package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Optional;

/** Asks for a line; it is absent if Freebit says so, or shows nothing where lines are shown. */
final class LineLook {
  private final FreebitClient client;
  private final LineCalls calls;
  private final DetailReader reader;
  private final LineEntry entries;

  LineLook(FreebitClient client, FreebitMapping mapping) {
    this.client = client;
    this.calls = new LineCalls(mapping);
    this.reader = new DetailReader(mapping);
    this.entries = new LineEntry(mapping);
  }

  Optional<LineDetail> find(PhoneNumber line) {
    var call = calls.detail(line);
    WireObject reply;
    try {
      reply = client.send(call);
    } catch (ExternalCallException refused) {
      if (refused.halt().code() == FailureCode.SIM_ACCOUNT_ABSENT) {
        return Optional.empty();
      }
      throw refused;
    }
    if (entries.isNone(reply)) {
      return Optional.empty();
    }
    var found = reader.read(line, reply);
    if (found.isEmpty()) {
      throw FreebitErrors.unreadable(
          call, "a success that shows nothing of the line; check PA03-02.read in docs/freebit.md");
    }
    return found;
  }
}
