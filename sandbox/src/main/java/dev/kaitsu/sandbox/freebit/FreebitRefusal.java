package dev.kaitsu.sandbox.freebit;

/** Freebit says no; nothing was done. */
final class FreebitRefusal extends RuntimeException {
  private final String resultCode;
  private final String statusCode;

  FreebitRefusal(String resultCode, String statusCode, String message) {
    super(message, null, false, false);
    this.resultCode = resultCode;
    this.statusCode = statusCode;
  }

  static FreebitRefusal invalid(String member) {
    return new FreebitRefusal("400", "300", "パラメータが不正です。(" + member + ")");
  }

  static FreebitRefusal combination() {
    return new FreebitRefusal("400", "356", "指定された組み合わせは利用できません。");
  }

  static FreebitRefusal absent() {
    return new FreebitRefusal("210", "210", "アカウント不在エラー");
  }

  static FreebitRefusal locked() {
    return new FreebitRefusal("409", "409", "契約回線変更処理中のため受け付けられません。");
  }

  static FreebitRefusal key() {
    return new FreebitRefusal("401", "401", "認証エラー");
  }

  String resultCode() {
    return resultCode;
  }

  String statusCode() {
    return statusCode;
  }
}
