package dev.kaitsu.adapter.postgres;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationKind;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.port.out.NewerFactsException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes and reads operations and their facts. A field that a newer program added is ignored; a
 * kind of fact that is unknown is refused, since it may say that somebody was charged.
 */
final class OperationFormat {
  private static final Map<String, Class<? extends OperationFact>> FACTS =
      List.of(
              OperationFact.Sent.class,
              OperationFact.Effective.class,
              OperationFact.Ineffective.class,
              OperationFact.Locked.class,
              OperationFact.Unanswered.class,
              OperationFact.Parked.class,
              OperationFact.Settled.class,
              OperationFact.Retried.class,
              OperationFact.Cancelled.class,
              OperationFact.Completed.class,
              OperationFact.Failed.class)
          .stream()
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private static final Map<OperationKind, Class<? extends LineOperation>> OPERATIONS =
      Map.of(
          OperationKind.TOP_UP, LineOperation.TopUp.class,
          OperationKind.PLAN_CHANGE, LineOperation.PlanChange.class,
          OperationKind.NETWORK_CHANGE, LineOperation.NetworkChange.class);

  private static final JsonMapper MAPPER = mapper();

  private OperationFormat() {}

  /** The stored name of a fact's kind: a stored format, never changed. */
  static String kindOf(OperationFact fact) {
    return fact.getClass().getSimpleName();
  }

  static String write(Object factOrOperation) {
    try {
      return MAPPER.writeValueAsString(factOrOperation);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + factOrOperation.getClass(), e);
    }
  }

  /**
   * Reads a fact.
   *
   * @throws NewerFactsException if it cannot be read, as one that a newer program wrote
   */
  static OperationFact fact(String kind, String data) {
    var type = FACTS.get(kind);
    if (type == null) {
      throw unreadable(kind, new IllegalArgumentException(kind));
    }
    return read(kind, data, type);
  }

  /**
   * Reads what an operation is to do.
   *
   * @throws NewerFactsException if it cannot be read, as one that a newer program took on
   */
  static LineOperation operation(String kind, String data) {
    for (var each : OperationKind.values()) {
      if (each.name().equals(kind)) {
        return read(kind, data, typeOf(each));
      }
    }
    throw unreadable(kind, new IllegalArgumentException(kind));
  }

  private static Class<? extends LineOperation> typeOf(OperationKind kind) {
    var type = OPERATIONS.get(kind);
    if (type == null) {
      throw new IllegalStateException("operations of kind %s are not stored".formatted(kind));
    }
    return type;
  }

  private static <T> T read(String kind, String data, Class<T> type) {
    try {
      return MAPPER.readValue(data, type);
    } catch (JsonProcessingException e) {
      e.clearLocation(); // its message would repeat what is stored
      throw unreadable(kind, e);
    }
  }

  private static NewerFactsException unreadable(String kind, Exception cause) {
    return new NewerFactsException(kind, cause);
  }

  private static JsonMapper mapper() {
    var mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    FactMixins.addTo(mapper);
    mapper.addMixIn(PlanCode.class, BareText.class);
    mapper.addMixIn(ProductNumber.class, BareText.class);
    mapper.addMixIn(InvoiceId.class, BareNumber.class);
    return mapper.build();
  }

  @SuppressWarnings("UnusedVariable") // only its shape counts
  private abstract static class BareText {
    @JsonCreator
    BareText(String value) {}

    @JsonValue
    abstract String value();
  }

  @SuppressWarnings("UnusedVariable") // only its shape counts
  private abstract static class BareNumber {
    @JsonCreator
    BareNumber(long value) {}

    @JsonValue
    abstract long value();
  }
}
