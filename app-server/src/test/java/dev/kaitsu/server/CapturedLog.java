package dev.kaitsu.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, with Kaitsu at its most talkative. */
final class CapturedLog implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.kaitsu");
  private final Level usual = ours.getLevel();
  private final Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
          line.prepareForDeferredProcessing(); // else its ids would be those of the reader
          lines.add(line);
        }
      };

  CapturedLog() {
    appender.start();
    root.addAppender(appender);
    ours.setLevel(Level.TRACE);
  }

  boolean says(String phrase) {
    return lines.stream().anyMatch(line -> line.getFormattedMessage().startsWith(phrase));
  }

  /** The messages of all lines that carry this id, oldest first. */
  List<String> messagesWith(String key, String value) {
    return lines.stream()
        .filter(line -> value.equals(line.getMDCPropertyMap().get(key)))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  /** All lines with everything that any encoder could print of them. */
  List<String> everything() {
    return lines.stream().map(CapturedLog::everything).toList();
  }

  private static String everything(ILoggingEvent line) {
    var thrown = line.getThrowableProxy();
    return line.getFormattedMessage()
        + line.getMDCPropertyMap()
        + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    ours.setLevel(usual);
  }
}
