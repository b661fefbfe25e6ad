package dev.kaitsu.adapter.redis;

import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.testkit.contract.CursorMirrorContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Cursors in Redis keep the promise of the mirror")
class RedisCursorMirrorContractTest extends CursorMirrorContract {
  private final RedisStore up = Linked.up();
  private final RedisStore away = Linked.away();

  @AfterEach
  void close() {
    up.close();
    away.close();
  }

  @Override
  protected CursorMirror mirror() {
    return up.cursorMirror();
  }

  @Override
  protected CursorMirror absentMirror() {
    return away.cursorMirror();
  }
}
