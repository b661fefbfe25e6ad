package dev.kaitsu.sandbox.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection to a Redis, in inline commands and first lines of answers. */
final class RedisConversation implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader answers;

  RedisConversation(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  void send(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  String answer(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    return answers.readLine();
  }

  String ask(String command) throws IOException {
    send(command);
    return answer(Duration.ofSeconds(20));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
