package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.Finding;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders once on a test client, under an order id that Salesforce never gives, and reads back where
 * the marker is. An order that an earlier proof left is read instead: there is never a second one.
 */
final class MarkerProof implements Checkup {
  private final MarkerTrial trial;
  private final Duration timeout;
  private final WhmcsClient client;
  private final OrderLook look;
  private final AddOrderRequest requests;
  private final Marker marker = new Marker(MarkerTrial.ORDER);

  MarkerProof(
      MarkerTrial trial,
      Duration timeout,
      WhmcsClient client,
      OrderLook look,
      AddOrderRequest requests) {
    this.trial = trial;
    this.timeout = timeout;
    this.client = client;
    this.look = look;
    this.requests = requests;
  }

  @Override
  public String name() {
    return "whmcs.marker";
  }

  @Override
  public List<String> needs() {
    return List.of(LoginCheckup.NAME);
  }

  /** An order that was sent is not given up before its own time limit. */
  @Override
  public Duration patience() {
    return timeout.multipliedBy(6);
  }

  @Override
  public List<Finding> look() {
    var earlier = marked();
    if (earlier.isPresent()) {
      return proven(earlier.get(), "an earlier proof made order %s");
    }
    var call = requests.of(trial.draft(client));
    try {
      var made = AddOrderReply.made(call, client.addOrder(call));
      return proven(made.id(), "AddOrder is allowed and made order %s");
    } catch (ExternalCallException failed) {
      return failed.halt() instanceof Halt.Uncertain
          ? afterLostAnswer(failed)
          : List.of(Finding.fail("no test order was made: " + failed.halt().reason(), ""));
    }
  }

  private Optional<BillingOrderId> marked() {
    return look.look(trial.client(), MarkerTrial.ORDER).marked().stream()
        .map(SeenOrder::id)
        .findFirst();
  }

  /** One look at once; what it does not find may still appear. */
  private List<Finding> afterLostAnswer(ExternalCallException lost) {
    try {
      var found = marked();
      if (found.isPresent()) {
        return proven(found.get(), "the answer was lost, and AddOrder made order %s");
      }
    } catch (ExternalCallException unread) {
      // told below: nothing is known
    }
    return List.of(
        Finding.fail(
            "whether a test order was made is unknown: " + lost.halt().reason(),
            ("look in WHMCS, now and again after KAITSU_LOOK_WINDOW, at the orders of client %s for"
                    + " '%s'; prove again only if there is none")
                .formatted(trial.client(), marker.text())));
  }

  private List<Finding> proven(BillingOrderId order, String how) {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.pass(how.formatted(order)));
    try {
      findings.add(place(new MarkerPlaces(client, marker).of(trial.client(), order)));
    } catch (ExternalCallException unread) {
      findings.add(
          Finding.fail(
              "where the marker of order %s is cannot be read: %s"
                  .formatted(order, unread.halt().reason()),
              "run this again: it reads the same order"));
    }
    findings.add(leftover(order));
    return findings;
  }

  private static Finding place(List<String> places) {
    return places.isEmpty()
        ? Finding.fail(
            "the marker is to be read nowhere, so an order whose answer is lost could not be found",
            "make a product custom field that is shown on the order form, name it in"
                + " WHMCS_MARKER_FIELD, cancel and delete the test order, and prove again")
        : Finding.pass("the marker is stored in " + String.join(", ", places));
  }

  private Finding leftover(BillingOrderId order) {
    Optional<OrderRow> row;
    try {
      row = client.order(order);
    } catch (ExternalCallException unread) {
      row = Optional.empty();
    }
    if (row.filter(each -> each.status() == BillingOrderStatus.CANCELLED).isPresent()) {
      return Finding.pass("the test order %s is cancelled".formatted(order));
    }
    return Finding.warn(
        "the test order %s of client %s is left as it is".formatted(order, trial.client()),
        "in WHMCS open Orders, order id %s, and choose Cancel Order, then Delete Order"
            .formatted(order));
  }
}
