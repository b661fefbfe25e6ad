package dev.kaitsu.sandbox.sftp;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** What is wrong with the server now; safe for use by many threads. */
public final class SftpTroubles implements SftpEventListener {
  private boolean otherHostKey;
  private boolean noLogins;
  private OptionalLong breaksOffAt = OptionalLong.empty();
  private Duration readDelay = Duration.ZERO;

  /** As after a new installation of the host, or with somebody in between. */
  public synchronized void showOtherHostKey() {
    otherHostKey = true;
  }

  public synchronized void refuseLogins() {
    noLogins = true;
  }

  /** The connection breaks when a file is read from this byte on. */
  public synchronized void breakOffAt(long offset) {
    breaksOffAt = OptionalLong.of(offset);
  }

  /** Each read of a piece of a file takes longer by this. */
  public synchronized void slowDownBy(Duration delay) {
    readDelay = delay;
  }

  public synchronized void mend() {
    otherHostKey = false;
    noLogins = false;
    breaksOffAt = OptionalLong.empty();
    readDelay = Duration.ZERO;
  }

  synchronized boolean showsOtherHostKey() {
    return otherHostKey;
  }

  synchronized boolean refusesLogins() {
    return noLogins;
  }

  @Override
  public void reading(
      ServerSession session,
      String remoteHandle,
      FileHandle localHandle,
      long offset,
      byte[] data,
      int dataOffset,
      int dataLen) {
    LockSupport.parkNanos(delay().toNanos());
    if (breaksAt(offset)) {
      session.close(true);
    }
  }

  private synchronized Duration delay() {
    return readDelay;
  }

  private synchronized boolean breaksAt(long offset) {
    return breaksOffAt.isPresent() && offset >= breaksOffAt.getAsLong();
  }
}
