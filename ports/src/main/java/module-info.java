/** The words fulfillment is spoken in, and the promises it makes and asks for. */
module dev.kaitsu.ports {
  exports dev.kaitsu.model;
  exports dev.kaitsu.model.operation;
  exports dev.kaitsu.model.sim;
  exports dev.kaitsu.port.in;
  exports dev.kaitsu.port.out;
}
