package dev.kaitsu.adapter.postgres;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names this start of this process: host, process id and a random part. Two starts never share a
 * name, so that none passes another's claim check.
 */
final class NodeName {
  private static final int LONGEST_HOST = 24; // the engine keeps 50 characters in all
  private static final int RANDOM_BYTES = 4;

  private NodeName() {}

  static String random() {
    var bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    var host = host();
    return "%s-%d-%s"
        .formatted(
            host.substring(0, Math.min(LONGEST_HOST, host.length())),
            ProcessHandle.current().pid(),
            HexFormat.of().formatHex(bytes));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node"; // the rest of the name is unique by itself
    }
  }
}
