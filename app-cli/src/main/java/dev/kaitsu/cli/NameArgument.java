package dev.kaitsu.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of who acts, which must not be blank. */
final class NameArgument implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the name of who says so must not be blank");
    }
    return text;
  }
}
