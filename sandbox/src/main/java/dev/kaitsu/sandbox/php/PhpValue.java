package dev.kaitsu.sandbox.php;

/** A value as PHP would hold it. All scalars are kept as the text that PHP prints for them. */
public sealed interface PhpValue permits PhpText, PhpArray {}
