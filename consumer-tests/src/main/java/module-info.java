/** A service of somebody else's, with order fulfillment inside. */
module dev.kaitsu.consumer {
  requires dev.kaitsu.domain; // brings the ports along

  exports dev.kaitsu.consumer;
}
