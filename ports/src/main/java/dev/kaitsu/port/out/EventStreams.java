package dev.kaitsu.port.out;

import dev.kaitsu.model.StreamStatus;
import java.util.List;

/** The subscriptions of this node. */
public interface EventStreams {
  List<StreamStatus> statuses();
}
