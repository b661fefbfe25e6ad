package dev.kaitsu.model.sim;

/** A subscriber's gender as the operator knows it: man, woman, or a corporation (PA05-41). */
public enum Gender {
  MAN,
  WOMAN,
  CORPORATE
}
