package dev.kaitsu.port.out;

import dev.kaitsu.model.ReplayId;
import java.util.Optional;

/**
 * A copy of each topic's cursor under the key operators know ({@code sf:pe:replay:<channel>},
 * base64). The copy is expendable: no call throws, and none waits for a store that is away.
 */
public interface CursorMirror {
  void save(String topic, ReplayId cursor);

  void forget(String topic);

  /** The copy, if there is a readable one; used once, when the inbox has no cursor of its own. */
  Optional<ReplayId> find(String topic);
}
