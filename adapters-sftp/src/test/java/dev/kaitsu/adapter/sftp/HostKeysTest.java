package dev.kaitsu.adapter.sftp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is no host key is refused at the start")
class HostKeysTest {
  @ParameterizedTest
  @DisplayName("as this")
  @ValueSource(
      strings = {"", "SHA256:short", "ssh-ed25519", "ssh-ed25519 AAAA", "nonsense", "MD5:00"})
  void refused(String text) {
    assertThatThrownBy(() -> HostKeys.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write 'ssh-ed25519 AAAA…' or 'SHA256:…'");
  }
}
