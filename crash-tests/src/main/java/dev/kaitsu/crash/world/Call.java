package dev.kaitsu.crash.world;

/** Everything by which fulfillment leaves its own process. */
public enum Call {
  RECALL(Kind.STORE_READ, "reading the ledger"),
  CONFIRM(Kind.STORE_READ, "asking the ledger whether the claim still holds"),
  LINKED(Kind.STORE_READ, "asking the ledger whose a WHMCS order is"),
  HELD(Kind.STORE_READ, "asking whether orders are held"),
  ENQUEUE(Kind.STORE_WRITE, "letting an order wait for a system"),
  CUSTOMER(Kind.STORE_READ, "reading the customer mapping"),
  RECORD(Kind.STORE_WRITE, "writing facts"),
  RECORD_SENDING(Kind.STORE_WRITE, "writing the intent of AddOrder"),
  RECORD_ACTIVATING(Kind.STORE_WRITE, "writing the intent of a SIM call"),
  HINT(Kind.STORE_WRITE, "writing a hint"),
  STATE(Kind.STORE_WRITE, "writing what a person states"),
  FIND(Kind.ASK, "reading the order in Salesforce"),
  AWAITING(Kind.ASK, "the sweep's question"),
  CLEAR_ERROR(Kind.ACT, "clearing old error fields"),
  WRITE_BACK(Kind.ACT, "the write-back to Salesforce"),
  PAYMENT_METHOD(Kind.ASK, "the payment method's question"),
  LOOK(Kind.ASK, "the look at the client's WHMCS orders"),
  QUANTITY(Kind.ASK, "the product's question"),
  SERVICES(Kind.ASK, "reading the services"),
  CREATE(Kind.ACT, "AddOrder"),
  ACCEPT(Kind.ACT, "AcceptOrder"),
  LABEL(Kind.ACT, "writing the SIM to the services"),
  SIM_DETAILS(Kind.ASK, "reading the order's SIM in Salesforce"),
  SIM_ASSIGN(Kind.ACT, "the assignment of the SIM card"),
  SIM_LOOK(Kind.ASK, "the look at the line"),
  SIM_ACTIVATE(Kind.ACT, "the SIM's activation"),
  SIM_VOICE(Kind.ACT, "the voice registration");

  /** What is at stake in a call. */
  public enum Kind {
    STORE_READ,
    STORE_WRITE,
    /** Changes nothing on the other side. */
    ASK,
    /** Changes something on the other side. */
    ACT;

    public boolean isStore() {
      return this == STORE_READ || this == STORE_WRITE;
    }
  }

  private final Kind kind;
  private final String words;

  Call(Kind kind, String words) {
    this.kind = kind;
    this.words = words;
  }

  /** Whether a repeat would do it twice, so that its effect is looked for instead. */
  public boolean isUnrepeatable() {
    return this == CREATE || this == SIM_ACTIVATE || this == SIM_VOICE;
  }

  /** What WHMCS shows once the order has gone on. */
  public String inWhmcs() {
    return switch (this) {
      case CREATE, RECORD_SENDING ->
          "one order at most, found by its marker; no other before the window's end";
      case LABEL -> "the same values, written again";
      case ACCEPT -> "the order accepted once; asked for again only after it was read";
      default -> "nothing twice";
    };
  }

  /** What Salesforce shows once the order has gone on. */
  public String inSalesforce() {
    return switch (this) {
      case WRITE_BACK -> "the result, read before it is written again";
      case SIM_ASSIGN -> "the same assignment, written again";
      case CLEAR_ERROR -> "no old error; clearing it again changes nothing";
      default -> "Activating until the order ends, then the result";
    };
  }

  public Kind kind() {
    return kind;
  }

  /** As the matrix names it. */
  public String words() {
    return words;
  }
}
