package dev.kaitsu.crash.report;

/** What everybody sees of a failure once it is over, each in one short sentence. */
public record Seen(String order, String whmcs, String salesforce, String operator) {
  private static final int COLUMNS = 4;

  /**
   * Reads the four sentences as they stand in a row: {@code order | whmcs | salesforce | operator}.
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Seen row(String sentences) {
    var each = sentences.split(" \\| ", -1);
    if (each.length != COLUMNS) {
      throw new IllegalArgumentException("not four sentences: " + sentences);
    }
    return new Seen(each[0], each[1], each[2], each[3]);
  }
}
