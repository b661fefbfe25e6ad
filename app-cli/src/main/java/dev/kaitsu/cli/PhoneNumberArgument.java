package dev.kaitsu.cli;

import dev.kaitsu.model.sim.PhoneNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a line's number, and says what is wrong with one that is none, without repeating it. */
final class PhoneNumberArgument implements ITypeConverter<PhoneNumber> {
  @Override
  public PhoneNumber convert(String text) {
    try {
      return new PhoneNumber(text);
    } catch (IllegalArgumentException malformed) {
      throw new TypeConversionException(malformed.getMessage());
    }
  }
}
