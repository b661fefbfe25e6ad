/** Decides whether an order may be fulfilled, and carries it through step by step. */
module dev.kaitsu.domain {
  requires transitive dev.kaitsu.ports;
  requires static transitive jakarta
      .inject; // one @Inject constructor each; absent at run time is fine

  exports dev.kaitsu.domain;
  exports dev.kaitsu.domain.records;
  exports dev.kaitsu.domain.setting;
}
