package dev.kaitsu.sandbox.salesforce.store;

/**
 * Told of each commit, in commit order, while the org still holds back other writers: so what it
 * publishes is ordered as the commits are. It must be quick and wait for nothing.
 */
@FunctionalInterface
public interface CommitListener {
  void committed(Commit commit);
}
