package dev.kaitsu.sandbox.whmcs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What all actions share: the books, the switches, and the sequences that number new rows. */
record Installation(
    WhmcsBooks books, WhmcsBehaviour behaviour, AnswerStyle style, Sequences sequences) {

  /** Active gateways, system name to display name. */
  static final Map<String, String> GATEWAYS =
      new TreeMap<>(Map.of("mailin", "Mail In Payment", "paypal", "PayPal"));

  private static final ZoneId SERVER_ZONE = ZoneId.of("Asia/Tokyo");

  Row row() {
    return new Row(style);
  }

  LocalDateTime now() {
    return LocalDateTime.now(SERVER_ZONE).withNano(0);
  }

  /** Ids count up with a hole now and then, as after deletions; the same in every run. */
  static final class Sequences {
    private static final int HOLE_EVERY = 7;
    private static final long SEED = 20_060_502L;

    private final Random random = new Random(SEED);
    private int order;
    private int service;
    private int invoice;

    synchronized int nextOrder() {
      order = after(order);
      return order;
    }

    synchronized int nextService() {
      service = after(service);
      return service;
    }

    synchronized int nextInvoice() {
      invoice = after(invoice);
      return invoice;
    }

    synchronized String orderNumber() {
      return Long.toString(1_000_000_000L + (long) (random.nextDouble() * 9_000_000_000L));
    }

    private static int after(int last) {
      int next = last + 1;
      return next % HOLE_EVERY == 0 ? next + 1 : next;
    }
  }
}
