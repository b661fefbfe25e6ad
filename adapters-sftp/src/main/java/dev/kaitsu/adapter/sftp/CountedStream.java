package dev.kaitsu.adapter.sftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Counts and digests the bytes that pass. */
final class CountedStream extends FilterInputStream {
  private final MessageDigest digest = RowDigest.sha256();
  private long count;

  CountedStream(InputStream bytes) {
    super(bytes);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      digest.update((byte) read);
      count++;
    }
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) {
      digest.update(into, offset, read);
      count += read;
    }
    return read;
  }

  long count() {
    return count;
  }

  /** Of all bytes; ask once. */
  byte[] digest() {
    return digest.digest();
  }
}
