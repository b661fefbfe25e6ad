package dev.kaitsu.cli;

import dev.kaitsu.model.operation.LineOperation.TopUp;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an amount of money, and says what is wrong with one that is none, without repeating it. */
final class AmountArgument implements ITypeConverter<BigDecimal> {
  @Override
  public BigDecimal convert(String text) {
    try {
      return TopUp.amountOf(text);
    } catch (IllegalArgumentException malformed) {
      throw new TypeConversionException(malformed.getMessage());
    }
  }
}
