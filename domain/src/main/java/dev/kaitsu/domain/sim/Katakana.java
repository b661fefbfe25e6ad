package dev.kaitsu.domain.sim;

import java.text.Normalizer;
import java.util.Optional;

/** Full-width katakana, as the operator wants names written (PA05-41). */
final class Katakana {
  private static final char FIRST_HIRAGANA = 'ぁ';
  private static final char LAST_HIRAGANA = 'ゖ';
  private static final int TO_KATAKANA = 'ァ' - 'ぁ';

  private Katakana() {}

  /** Half-width katakana and hiragana are turned; empty if anything else is in it. */
  static Optional<String> of(String written) {
    var wide = Normalizer.normalize(written, Normalizer.Form.NFKC);
    var kana = new StringBuilder();
    wide.chars().map(Katakana::turned).forEach(each -> kana.append((char) each));
    return Optional.of(kana.toString()).filter(text -> text.chars().allMatch(Katakana::isKana));
  }

  private static int turned(int each) {
    if (each == ' ') {
      return '\u3000';
    }
    return each >= FIRST_HIRAGANA && each <= LAST_HIRAGANA ? each + TO_KATAKANA : each;
  }

  private static boolean isKana(int each) {
    return (each >= 'ァ' && each <= 'ヺ') || each == 'ー' || each == '・' || each == '\u3000';
  }
}
