package dev.kaitsu.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.NewerFactsException;
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

  /**
   * Reads a fact about the order.
   *
   * @throws NewerFactsException if only a newer program can know what it says
   */
  static LedgerFact read(OrderId order, String kind, String data) {
    var type =
        FactKinds.find(kind)
            .orElseThrow(
                () -> new NewerFactsException(order, kind, new IllegalArgumentException(kind)));
    try {
      return MAPPER.readValue(data, type);
    } catch (JsonMappingException e) {
      throw holdsNewerWord(e)
          ? new NewerFactsException(order, "a new word in a fact of the kind " + kind, e)
          : unreadable(order, kind, e);
    } catch (JsonProcessingException e) {
      throw unreadable(order, kind, e);
    }
  }

  /** An unknown code, outcome or kind of write-back: all lists of words only ever grow. */
  private static boolean holdsNewerWord(JsonMappingException e) {
    return e instanceof InvalidTypeIdException
        || (e instanceof InvalidFormatException word && word.getTargetType().isEnum())
        || (e instanceof ValueInstantiationException word && word.getType().isEnumImplType());
  }

  private static StoreException unreadable(
      OrderId order, String kind, JsonProcessingException cause) {
    return new StoreException(
        "the ledger holds an unreadable fact of the kind %s about order %s".formatted(kind, order),
        cause);
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
