package dev.kaitsu.cli;

import dev.kaitsu.model.BillingOrderId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a WHMCS order id, and says what is wrong with one that is none. */
final class BillingOrderIdArgument implements ITypeConverter<BillingOrderId> {
  @Override
  public BillingOrderId convert(String text) {
    try {
      return new BillingOrderId(Long.parseLong(text));
    } catch (IllegalArgumentException malformed) {
      throw new TypeConversionException(
          "not a WHMCS order id (a whole number above zero): '%s'".formatted(text));
    }
  }
}
