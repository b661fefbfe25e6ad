package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import java.util.Optional;
import java.util.function.Function;

/** Reads what Freebit shows of a line (PA03-02); what it does not show, or oddly, stays empty. */
final class DetailReader {
  private final FreebitMapping mapping;
  private final LineEntry entries;

  DetailReader(FreebitMapping mapping) {
    this.mapping = mapping;
    this.entries = new LineEntry(mapping);
  }

  /** Empty if the answer is not about this line, or says nothing of it. */
  Optional<LineDetail> read(PhoneNumber line, WireObject reply) {
    return entries.of(line, reply).map(entry -> read(line, entry, state(entry)));
  }

  private LineDetail read(PhoneNumber line, WireObject entry, Optional<String> state) {
    var live = mapping.list(MappingKey.STATES_IN_SERVICE);
    return new LineDetail(
        line,
        state,
        state.map(word -> live.stream().anyMatch(word::equalsIgnoreCase)),
        value(entry, MappingKey.READ_PLAN, PlanCode::new),
        value(entry, MappingKey.READ_NETWORK, NetworkType::of),
        value(entry, MappingKey.READ_EID, Eid::new),
        value(entry, MappingKey.READ_CARD, ProductNumber::new),
        flag(entry, MappingKey.READ_VOICE_MAIL),
        flag(entry, MappingKey.READ_CALL_WAITING));
  }

  private Optional<String> state(WireObject entry) {
    return entry.anywhere(mapping.list(MappingKey.READ_STATE));
  }

  private <T> Optional<T> value(WireObject entry, MappingKey key, Function<String, T> word) {
    return entry
        .anywhere(mapping.list(key))
        .flatMap(
            text -> {
              try {
                return Optional.of(word.apply(text));
              } catch (IllegalArgumentException odd) {
                return Optional.empty();
              }
            });
  }

  private Optional<Boolean> flag(WireObject entry, MappingKey key) {
    return entry.anywhere(mapping.list(key)).flatMap(Flags::read);
  }
}
