package dev.pintle.schema.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.util.List;

/** JSON pointers as text: the empty one is the whole document, others start with a slash. */
public final class JsonPointers {

  /** What Go's {@code url.PathEscape} leaves as it is, letters and digits aside. */
  private static final String UNESCAPED = "-_.~$&+=:@";

  private JsonPointers() {}

  /** The pointer of something below another pointer. */
  public static String child(String pointer, String token) {
    return pointer + '/' + escape(token);
  }

  /** The pointer of those tokens. */
  public static String of(List<?> tokens) {
    StringBuilder pointer = new StringBuilder();
    for (Object token : tokens) {
      pointer.append('/').append(escape(token.toString()));
    }
    return pointer.toString();
  }

  static String escape(String token) {
    return token.indexOf('~') < 0 && token.indexOf('/') < 0
        ? token
        : token.replace("~", "~0").replace("/", "~1");
  }

  /** A pointer as it stands in a URL's fragment: percent-encoded but for its slashes. */
  public static String encode(String pointer) {
    StringBuilder encoded = new StringBuilder(pointer.length());
    for (byte b : GoStrings.toBytes(pointer)) {
      char c = (char) (b & 0xFF);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '/') {
        encoded.append(c);
      } else if (UNESCAPED.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        encoded.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return encoded.toString();
  }

  /** What a pointer leads to. */
  static JsonNode find(String url, String pointer, JsonNode document) {
    JsonNode node = document;
    int at = 0;
    while (at < pointer.length()) {
      int slash = pointer.indexOf('/', at + 1);
      int end = slash < 0 ? pointer.length() : slash;
      String token = unescape(pointer.substring(at + 1, end));
      if (token == null) {
        throw new SchemaFault("invalid json-pointer " + quoted(url, pointer));
      }
      JsonNode below = node.isArray() ? item(node, token) : node.get(token);
      if (below == null) {
        throw new SchemaFault("json-pointer in " + quoted(url, pointer) + " not found");
      }
      node = below;
      at = end;
    }
    return node;
  }

  private static JsonNode item(JsonNode array, String token) {
    try {
      return array.get(Integer.parseInt(token));
    } catch (NumberFormatException notAnIndex) {
      return null;
    }
  }

  private static String quoted(String url, String pointer) {
    return GoQuotes.quote(url + "#" + encode(pointer));
  }

  private static String unescape(String token) {
    int tilde = token.indexOf('~');
    if (tilde < 0) {
      return token;
    }
    StringBuilder text = new StringBuilder(token.length());
    int at = 0;
    while (tilde >= 0) {
      char code = tilde + 1 < token.length() ? token.charAt(tilde + 1) : 0;
      if (code != '0' && code != '1') {
        return null;
      }
      text.append(token, at, tilde).append(code == '0' ? '~' : '/');
      at = tilde + 2;
      tilde = token.indexOf('~', at);
    }
    return text.append(token, at, token.length()).toString();
  }
}
