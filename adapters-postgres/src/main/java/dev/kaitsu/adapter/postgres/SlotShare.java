package dev.kaitsu.adapter.postgres;

/**
 * What one node may hold of a number of slots, seen beside the others.
 *
 * @param limit of slots over all nodes
 * @param nodes that call, this one included
 * @param heldByOthers slots that the other nodes hold
 * @param wantedByOthers slots that the other nodes would need beside these
 * @param lastInLine whether another node has none and has needed one for longer
 */
record SlotShare(int limit, int nodes, int heldByOthers, int wantedByOthers, boolean lastInLine) {
  /** Zero where there are more nodes than slots: then slots go round. */
  int fair() {
    return limit / nodes;
  }

  /** How many of its slots a node gives back as soon as no call uses them. */
  int surplus(int held) {
    return wantedByOthers == 0 ? 0 : Math.max(0, held - fair());
  }

  /**
   * How many slots a node takes that has some already. A fair share is taken before it is needed,
   * so that no first call waits for the store; a node by itself takes all.
   */
  int grant(int held, int needed) {
    if (fair() == 0 && lastInLine) {
      return 0;
    }
    int most = wantedByOthers == 0 ? limit : Math.max(1, fair());
    int aim = nodes == 1 ? limit : Math.min(most, Math.max(needed, fair()));
    int free = limit - heldByOthers - held;
    return Math.max(0, Math.min(aim - held, free));
  }
}
