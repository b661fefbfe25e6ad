/**
 * What a service needs that embeds fulfillment: one class, shown in the README as it stands here.
 */
package dev.kaitsu.consumer;
