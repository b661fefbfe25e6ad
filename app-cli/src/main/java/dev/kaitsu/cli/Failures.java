package dev.kaitsu.cli;

import dev.kaitsu.adapter.postgres.StoreStartException;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.server.PortTakenException;
import dev.kaitsu.wiring.config.ConfigurationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns every failure into clear lines and an exit code, in one place; users see no stack trace.
 */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    var talk = command.getErr();
    if (failure instanceof ConfigurationException configuration) {
      talk.println("kaitsu cannot start; the environment needs mending:");
      configuration
          .problems()
          .forEach(problem -> talk.println("  " + problem.replace("\n", "\n  ")));
      return ExitCode.USAGE.number();
    }
    talk.println("kaitsu: " + message(failure));
    return exitCode(failure).number();
  }

  private static String message(Exception failure) {
    if (known(failure)) {
      return String.valueOf(failure.getMessage());
    }
    LoggerFactory.getLogger(Failures.class).error("A command failed", failure);
    return "this should not have happened: %s; the log above says more"
        .formatted(failure.getClass().getSimpleName());
  }

  private static boolean known(Exception failure) {
    return failure instanceof StoreStartException
        || failure instanceof ExternalCallException
        || failure instanceof StoreException
        || failure instanceof PortTakenException
        || failure instanceof CommandFailure;
  }

  private static ExitCode exitCode(Exception failure) {
    if (failure instanceof CommandFailure told) {
      return told.exitCode();
    }
    if (failure instanceof PortTakenException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof ExternalCallException call) {
      if (call.halt().code() == FailureCode.SIM_ACCOUNT_ABSENT) {
        return ExitCode.NOT_FOUND;
      }
      return call.halt() instanceof Halt.Refused ? ExitCode.FAILED : ExitCode.UNAVAILABLE;
    }
    return failure instanceof StoreStartException || failure instanceof StoreException
        ? ExitCode.UNAVAILABLE
        : ExitCode.FAILED;
  }
}
