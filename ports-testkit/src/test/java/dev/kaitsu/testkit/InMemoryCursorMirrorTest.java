package dev.kaitsu.testkit;

import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.testkit.contract.CursorMirrorContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The cursor mirror in memory keeps what the mirror promises")
class InMemoryCursorMirrorTest extends CursorMirrorContract {
  private final InMemoryCursorMirror mirror = new InMemoryCursorMirror();

  @Override
  protected CursorMirror mirror() {
    return mirror;
  }

  @Override
  protected CursorMirror absentMirror() {
    mirror.goesAway();
    return mirror;
  }
}
