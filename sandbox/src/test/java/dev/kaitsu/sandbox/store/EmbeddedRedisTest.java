package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An embedded Redis is a real one that can be lost and slowed")
class EmbeddedRedisTest {

  @Test
  @DisplayName("restarted, it is empty and listens where it did")
  void restartsEmpty() throws IOException {
    try (var server = EmbeddedRedisServer.start()) {
      try (var redis = new RedisConversation(server.port())) {
        assertThat(redis.ask("SET token 1")).isEqualTo("+OK");
      }
      server.restart();
      try (var redis = new RedisConversation(server.port())) {
        assertThat(redis.ask("EXISTS token")).isEqualTo(":0");
      }
      assertThat(server.url()).isEqualTo("redis://127.0.0.1:" + server.port());
    }
  }

  @Test
  @DisplayName("flushed, it is empty, and connections stay")
  void flushes() throws IOException {
    try (var server = EmbeddedRedisServer.start();
        var redis = new RedisConversation(server.port())) {
      assertThat(redis.ask("SET token 1")).isEqualTo("+OK");
      server.flush();
      assertThat(redis.ask("EXISTS token")).isEqualTo(":0");
    }
  }

  @Test
  @DisplayName("stopped, it refuses connections")
  void stops() {
    try (var server = EmbeddedRedisServer.start()) {
      server.stop();
      assertThatThrownBy(() -> new RedisConversation(server.port()))
          .isInstanceOf(ConnectException.class);
      assertThatThrownBy(server::pause).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @DisplayName("paused, it answers nothing; resumed, it answers what it was asked meanwhile")
  void pauses() throws IOException {
    try (var server = EmbeddedRedisServer.start();
        var redis = new RedisConversation(server.port())) {
      assertThat(redis.ask("PING")).isEqualTo("+PONG");
      server.pause();
      redis.send("PING");
      assertThatThrownBy(() -> redis.answer(Duration.ofMillis(300)))
          .isInstanceOf(SocketTimeoutException.class);
      server.resume();
      assertThat(redis.answer(Duration.ofSeconds(20))).isEqualTo("+PONG");
    }
  }

  @Test
  @DisplayName("a paused server can be closed")
  void closesPaused() {
    var server = EmbeddedRedisServer.start();
    server.pause();
    server.close();
    assertThatThrownBy(() -> new RedisConversation(server.port()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  @DisplayName("tests share one server, each with a logical database of its own")
  void sharesByDatabase() throws IOException {
    var one = URI.create(SharedRedis.url());
    var other = URI.create(SharedRedis.url());
    assertThat(one.getPort()).isEqualTo(other.getPort());
    try (var redis = new RedisConversation(one.getPort())) {
      assertThat(redis.ask("SELECT " + one.getPath().substring(1))).isEqualTo("+OK");
      assertThat(redis.ask("SET token 1")).isEqualTo("+OK");
      assertThat(redis.ask("SELECT " + other.getPath().substring(1))).isEqualTo("+OK");
      assertThat(redis.ask("EXISTS token")).isEqualTo(":0");
    }
  }
}
