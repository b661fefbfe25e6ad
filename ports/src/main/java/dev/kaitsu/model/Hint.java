package dev.kaitsu.model;

/** "Look at this order": all that an event, a sweep or an operator's request ever says. */
public record Hint(OrderId order, HintSource source, CorrelationId correlation) {

  /**
   * A hint whose sender gave no correlation id, named after its source as in {@code
   * cdc-order-801…}.
   */
  public static Hint of(OrderId order, HintSource source) {
    return new Hint(
        order, source, new CorrelationId("%s-order-%s".formatted(source.label(), order)));
  }
}
