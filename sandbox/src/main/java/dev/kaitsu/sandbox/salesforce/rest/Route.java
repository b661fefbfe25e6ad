package dev.kaitsu.sandbox.salesforce.rest;

/** Where a request goes, and the operation name under which it is counted and scripted. */
record Route(String operation, Resource resource) {}
