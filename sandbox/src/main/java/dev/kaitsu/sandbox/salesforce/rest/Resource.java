package dev.kaitsu.sandbox.salesforce.rest;

/** Something the API serves. A refusal is thrown, any other answer returned. */
@FunctionalInterface
interface Resource {
  ApiReply answer(ApiRequest request);
}
