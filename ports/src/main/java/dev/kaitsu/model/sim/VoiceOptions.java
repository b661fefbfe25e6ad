package dev.kaitsu.model.sim;

/** The voice options an order asks for (PA05-05); what is not asked for is off. */
public record VoiceOptions(boolean voiceMail, boolean callWaiting) {}
