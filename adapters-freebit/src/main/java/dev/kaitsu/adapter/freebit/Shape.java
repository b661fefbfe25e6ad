package dev.kaitsu.adapter.freebit;

import java.util.regex.Pattern;

/** What a value of the mapping file may look like. */
enum Shape {
  PATH("(?:[A-Za-z0-9_-]+/)+", "a path such as mvno/getDetail/, with a slash at its end only"),
  OPTIONAL_PATH("(?:[A-Za-z0-9_-]+/)*", "a path such as mvno/getDetail/, or nothing"),
  MEMBER(Names.MEMBER, "where the member stands, such as mnp.method or requestDatas[].kind"),
  OPTIONAL_MEMBER(
      "(?:" + Names.MEMBER + ")?", "where the member stands, such as mnp.method, or nothing"),
  NAMES(Names.NAME + "(?:\\s*,\\s*" + Names.NAME + ")*", "one or more names, joined by commas"),
  WORDS("[^\\s,]+(?:\\s*,\\s*[^\\s,]+)*", "one or more words, joined by commas"),
  OPTIONAL_WORDS("(?:[^\\s,]+(?:\\s*,\\s*[^\\s,]+)*)?", "words, joined by commas, or nothing"),
  CODES(Names.CODES, "codes such as 210, 400-356, *-210 or 5xx, joined by commas"),
  OPTIONAL_CODES("(?:" + Names.CODES + ")?", "codes such as 210, *-210 or 5xx, or nothing"),
  CREATE_TYPE("new|add", "new or add"),
  OPTIONAL_CREATE_TYPE("(?:new|add)?", "new or add, or nothing"),
  PAGE("(?:[1-9][0-9]{0,5}|whole)?", "how many entries a page has, whole, or nothing"),
  OPTIONAL_NUMBER("[0-9]{0,6}", "a number, or nothing");

  private final Pattern pattern;
  private final String described;

  Shape(String pattern, String described) {
    this.pattern = Pattern.compile(pattern);
    this.described = described;
  }

  boolean allows(String value) {
    return pattern.matcher(value).matches();
  }

  String described() {
    return described;
  }

  /** The parts that shapes are made of; enum constants cannot use static members of their own. */
  private static final class Names {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";
    private static final String MEMBER = "(?:" + NAME + "(?:\\[])?\\.)*" + NAME;
    private static final String CODE = "(?:\\*|[0-9x]{1,6})(?:-(?:\\*|[0-9x]{1,6}))?";
    private static final String CODES = CODE + "(?:\\s*,\\s*" + CODE + ")*";
  }
}
