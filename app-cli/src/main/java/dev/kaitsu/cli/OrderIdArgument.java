package dev.kaitsu.cli;

import dev.kaitsu.model.OrderId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an order id, and says what is wrong with one that is none. */
final class OrderIdArgument implements ITypeConverter<OrderId> {
  @Override
  public OrderId convert(String text) {
    try {
      return new OrderId(text);
    } catch (IllegalArgumentException malformed) {
      throw new TypeConversionException(malformed.getMessage());
    }
  }
}
