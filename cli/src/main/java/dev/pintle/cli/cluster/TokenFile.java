package dev.pintle.cli.cluster;

import dev.pintle.go.strings.GoStrings;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A token in a file that somebody else keeps fresh: read for each request.
 *
 * @param otherwise the token while there is none in the file
 */
record TokenFile(Path file, String otherwise) implements OAuthTokenProvider {

  @Override
  public String getToken() {
    try {
      String token = GoStrings.trimSpace(NamedFile.text(file.toString()));
      return token.isEmpty() ? otherwise : token;
    } catch (IOException e) {
      return otherwise; // as client-go does: the file may be about to be replaced
    }
  }
}
