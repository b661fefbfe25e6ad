package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.operation.LineRecord;
import dev.kaitsu.model.operation.OperationState;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An operation is shown as it was when its line was read")
class OperationViewsTest {
  private final LineWorld world = new LineWorld();
  private final OperationViews views = new OperationViews(LineSettings.DEFAULTS);

  @Test
  @DisplayName("one that ended between the two reads is shown as ended")
  void endedMeanwhile() {
    var id = world.ask(LineWorld.PLAN);
    var waiting = world.operations.find(id).orElseThrow();
    world.runner.runDue();
    var line = world.operations.recall(LineWorld.LINE, LineSettings.DEFAULTS.lookBack());

    assertThat(views.view(waiting, line).state()).isEqualTo(OperationState.DONE);
    var forgotten = new LineRecord(LineWorld.LINE, line.seq(), List.of(), line.now());
    assertThat(views.view(waiting, forgotten).mayRunAt()).isEmpty();
  }
}
