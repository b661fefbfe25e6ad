/**
 * Salesforce, where orders are approved and their results are shown, reached over its REST API.
 * Serves {@link dev.kaitsu.port.out.Orders}.
 *
 * <p>Its login tells no lifetime, so a session is used until it is refused. A write that worked has
 * an answer without a body, a composite call answers 200 even if everything in it failed, and its
 * edge answers with HTML when an instance is moved or down.
 *
 * <p>Its calls are counted by the day, so orders that come while a call is under way share the
 * next.
 */
package dev.kaitsu.adapter.salesforce;
