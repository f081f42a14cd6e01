package dev.pintle.testing.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who may speak to the API server: an administrator and one without rights of its own. */
final class Credentials {

  /** Name, token and group of a user. */
  enum User {
    ADMIN("admin", "admin-token", "system:masters"),
    GUEST("guest", "guest-token", "guests");

    private final String id;
    private final String token;
    private final String group;

    User(String id, String token, String group) {
      this.id = id;
      this.token = token;
      this.group = group;
    }

    String token() {
      return token;
    }
  }

  private final Path directory;
  private final Path tokens;

  private Credentials(Path directory) {
    this.directory = directory;
    this.tokens = directory.resolve("tokens.csv");
  }

  static Credentials create(Path directory) throws IOException {
    Credentials credentials = new Credentials(directory);
    StringBuilder csv = new StringBuilder();
    for (User user : User.values()) {
      String[] fields = {user.token, user.id, user.id, user.group};
      csv.append(String.join(",", fields)).append('\n');
    }
    Files.writeString(credentials.tokens, csv);
    return credentials;
  }

  /** The file for the server's {@code --token-auth-file}. */
  Path tokens() {
    return tokens;
  }

  /** Writes the file with which a user's commands reach the server; the context has its name. */
  Path kubeconfig(User user, URI server, Path certificate) throws IOException {
    return Files.writeString(
        directory.resolve(user.id + ".kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        clusters:
          - name: test
            cluster: {server: "%s", certificate-authority: "%s"}
        users:
          - name: %2$s
            user: {token: "%s"}
        contexts:
          - name: %2$s
            context: {cluster: test, user: %2$s}
        current-context: %2$s
        """
            .replace("%2$s", user.id)
            .formatted(server, certificate, user.token));
  }
}
