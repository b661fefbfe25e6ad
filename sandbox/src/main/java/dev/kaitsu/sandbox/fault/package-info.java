/**
 * What can go wrong with an emulated system, scripted per operation: how slow it answers, and which
 * of its next answers is lost, late or damaged, before or after the effect was committed.
 */
package dev.kaitsu.sandbox.fault;
