package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a dead node had picked is put back")
class RevivalTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Execution LEFT =
      new Execution(NOW, new TaskInstance<Void>(Tickets.TASK, "801"));
  private static final ExecutionComplete COMPLETE = ExecutionComplete.success(LEFT, NOW, NOW);

  private final List<Instant> putBackAt = new ArrayList<>();

  @Test
  @DisplayName("to be done at once")
  void putBack() {
    new Revival().deadExecution(COMPLETE, operations(() -> {}));

    assertThat(putBackAt).singleElement().matches(at -> !at.isAfter(Instant.now()));
  }

  @Test
  @DisplayName("and a node that tries it second has nothing to complain of")
  void second() {
    var operations =
        operations(
            () -> {
              throw new ExecutionException("updated 0. Indicates a bug.", LEFT);
            });
    assertThatCode(() -> new Revival().deadExecution(COMPLETE, operations))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("but another failure is told")
  void failure() {
    var operations =
        operations(
            () -> {
              throw new IllegalStateException("a defect");
            });
    assertThatThrownBy(() -> new Revival().deadExecution(COMPLETE, operations))
        .hasMessage("a defect");
  }

  private ExecutionOperations<Void> operations(Runnable trouble) {
    return new ExecutionOperations<>(null, null, LEFT) {
      @Override
      public void reschedule(ExecutionComplete complete, Instant at) {
        putBackAt.add(at);
        trouble.run();
      }
    };
  }
}
