package dev.kaitsu.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete our commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script with which a shell completes commands and options.",
      "Try it:  . <(kaitsu completion bash)"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "bash|zsh", description = "The shell: ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  @Spec private CommandSpec spec;

  /** The shells; lower case, as they are typed. One script serves both. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum Shell {
    bash,
    zsh
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.println("# Completion of kaitsu for %1$s:  . <(kaitsu completion %1$s)".formatted(shell));
    out.print(AutoComplete.bash("kaitsu", spec.root().commandLine()));
    out.flush();
    return ExitCode.OK.number();
  }
}
