package dev.kaitsu.cli;

import dev.kaitsu.model.operation.OperationId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an operation's id, and says what is wrong with one that is none. */
final class OperationIdArgument implements ITypeConverter<OperationId> {
  @Override
  public OperationId convert(String text) {
    try {
      return OperationId.of(text);
    } catch (IllegalArgumentException malformed) {
      throw new TypeConversionException(malformed.getMessage());
    }
  }
}
