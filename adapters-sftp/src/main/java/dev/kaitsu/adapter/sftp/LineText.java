package dev.kaitsu.adapter.sftp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Reads the bytes of a line as text, and nothing that is none. */
final class LineText {
  private static final int KEPT = 1_000;

  private final CharsetDecoder strict;
  private final Charset charset;

  LineText(Charset charset) {
    this.charset = charset;
    this.strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  String read(byte[] line) {
    for (byte each : line) {
      if (each == 0) {
        throw new UnreadableRowException("it holds a NUL byte");
      }
    }
    try {
      return strict.decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException malformed) {
      throw new UnreadableRowException("it is not written in " + charset.name());
    }
  }

  /** What is kept of a line that is no row; PostgreSQL takes no NUL. */
  String excerpt(byte[] line) {
    var all = new String(line, 0, Math.min(line.length, KEPT), charset);
    return all.replace('\0', '\uFFFD');
  }
}
