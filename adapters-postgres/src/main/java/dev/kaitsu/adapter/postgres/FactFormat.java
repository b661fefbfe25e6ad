package dev.kaitsu.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.StoreException;

/**
 * Writes and reads the {@code data} of facts. A field that a newer program added is ignored, so
 * that an older one can take over after a roll-back; a kind of fact that is unknown is refused,
 * since it may say that an order was billed.
 */
final class FactFormat {
  private static final JsonMapper MAPPER = mapper();

  private FactFormat() {}

  static String write(LedgerFact fact) {
    try {
      return MAPPER.writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a fact of kind " + FactKinds.nameOf(fact), e);
    }
  }

  static LedgerFact read(String kind, String data) {
    var type =
        FactKinds.find(kind)
            .orElseThrow(
                () ->
                    new StoreException(
                        "the ledger holds a fact of the unknown kind '%s': start the newer program that wrote it"
                            .formatted(kind),
                        new IllegalArgumentException(kind)));
    try {
      return MAPPER.readValue(data, type);
    } catch (JsonProcessingException e) {
      throw new StoreException("the ledger holds an unreadable fact of the kind " + kind, e);
    }
  }

  private static JsonMapper mapper() {
    var mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS) // facts that only say that
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    FactMixins.addTo(mapper);
    return mapper.build();
  }
}
