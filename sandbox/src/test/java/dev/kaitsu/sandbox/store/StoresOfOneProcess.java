package dev.kaitsu.sandbox.store;

import java.io.IOException;

/** A program that starts both servers, tells of them, and goes on until it is killed. */
final class StoresOfOneProcess {
  private StoresOfOneProcess() {}

  public static void main(String[] arguments) throws IOException {
    var postgres = EmbeddedPostgresServer.start(PostgresOptions.fast());
    var redis = EmbeddedRedisServer.start();
    if (arguments.length > 0) {
      redis.pause();
    }
    System.out.printf("%d %d %s%n", postgres.pid(), redis.pid(), postgres.dataDirectory());
    int end = System.in.read();
    System.out.println("went on until " + end);
  }
}
