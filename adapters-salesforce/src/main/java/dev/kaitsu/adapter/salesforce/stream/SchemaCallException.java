package dev.kaitsu.adapter.salesforce.stream;

import io.grpc.Status;
import java.util.Set;

/** A schema could not be had: to be tried again, since without it no event may be skipped. */
final class SchemaCallException extends RuntimeException {
  private static final Set<Status.Code> NO_SUCH_SCHEMA =
      Set.of(Status.Code.NOT_FOUND, Status.Code.INVALID_ARGUMENT);

  private final RpcFailure failure;

  SchemaCallException(String schemaId, RpcFailure failure) {
    super("the schema %s cannot be had: %s".formatted(schemaId, failure));
    this.failure = failure;
  }

  RpcFailure failure() {
    return failure;
  }

  /** Whether the service says that there is no such schema. */
  boolean saysThereIsNone() {
    return NO_SUCH_SCHEMA.contains(failure.status()) && !failure.errorCode().startsWith("service.");
  }
}
