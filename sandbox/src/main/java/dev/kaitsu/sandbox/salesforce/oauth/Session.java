package dev.kaitsu.sandbox.salesforce.oauth;

/** An open session; its token is a secret and stays out of logs. */
public record Session(String token, String clientId, String username, String userId) {
  @Override
  public String toString() {
    return "Session of " + username;
  }
}
