package dev.kaitsu.sandbox.freebit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Freebit says beside the envelope. */
record Reply(ObjectNode members) {
  static Reply taken() {
    return new Reply(JsonNodeFactory.instance.objectNode());
  }
}
