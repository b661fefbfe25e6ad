package dev.kaitsu.sandbox.whmcs;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How this installation writes its answers down: the forms that differ between versions and
 * installations, and the dirt that surrounds the JSON on some. A switch holds until it is set
 * again.
 */
public final class AnswerStyle {

  /** How ids and counts are written. */
  public enum Ids {
    /** Text or number per field, as the documentation's samples have it. */
    AS_DOCUMENTED,
    TEXTS,
    NUMBERS
  }

  /** What stands where a list has no rows. */
  public enum EmptyList {
    WRAPPED_LIST,
    MISSING,
    EMPTY_TEXT,
    EMPTY_LIST,
    EMPTY_OBJECT,
    NULL
  }

  /** How rows stand in their wrapper. */
  public enum Rows {
    LIST,
    /** An object with the keys 0, 1, …; PHP does that to lists with holes. */
    NUMBERED_OBJECT,
    /** A lone row stands without a list around it. */
    LONE_ROW_BARE
  }

  volatile Ids ids = Ids.AS_DOCUMENTED;
  volatile EmptyList emptyList = EmptyList.WRAPPED_LIST;
  volatile Rows rows = Rows.LIST;
  volatile String prefix = "";
  volatile String suffix = "";
  volatile boolean errorsUnderStatus;
  final Set<String> warningOnly = ConcurrentHashMap.newKeySet();

  AnswerStyle() {}

  public void ids(Ids form) {
    ids = form;
  }

  public void emptyLists(EmptyList form) {
    emptyList = form;
  }

  public void rows(Rows form) {
    rows = form;
  }

  /** Junk around every JSON answer, such as a byte order mark, a PHP notice or a piece of HTML. */
  public void junk(String before, String after) {
    prefix = before;
    suffix = after;
  }

  /** Errors are told under {@code status} instead of {@code result}. */
  public void errorsUnderStatus(boolean underStatus) {
    errorsUnderStatus = underStatus;
  }

  /** The action does nothing from now on and answers an object that has only a warning. */
  public void onlyWarns(String action) {
    warningOnly.add(action);
  }
}
