package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.table;
import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.MAP;
import static dev.pintle.values.GoType.STRING;

import dev.pintle.net.AddressException;
import dev.pintle.net.GoUrl;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.List;

/** Sprig's functions that take a URL apart into a map, and put it together again. */
public final class UrlFunctions {

  private UrlFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    f.add("urlParse", List.of(STRING), (x, a) -> parse(text(a, 0)));
    f.add("urlJoin", List.of(MAP), (x, a) -> join(table(a, 0)));
  }

  private static Table parse(String text) {
    GoUrl url = read(text, "unable to parse url: ");
    Table parts = new Table();
    parts.put("scheme", url.scheme());
    parts.put("host", url.host());
    parts.put("hostname", url.hostname());
    parts.put("path", url.path());
    parts.put("query", url.query());
    parts.put("opaque", url.opaque());
    parts.put("fragment", url.fragment());
    parts.put("userinfo", url.userinfo() == null ? "" : url.userinfo());
    return parts;
  }

  private static String join(Table parts) {
    GoUrl url =
        GoUrl.of(
            part(parts, "scheme"),
            part(parts, "host"),
            part(parts, "path"),
            part(parts, "query"),
            part(parts, "opaque"),
            part(parts, "fragment"));
    String userinfo = part(parts, "userinfo");
    if (!userinfo.isEmpty()) {
      GoUrl user = read("proto://" + userinfo + "@host", "unable to parse userinfo in dict: ");
      url = url.withUserinfo(user.userinfo());
    }
    return url.toString();
  }

  private static GoUrl read(String text, String failure) {
    try {
      return GoUrl.parse(text);
    } catch (AddressException e) {
      throw new FunctionException(failure + e.getMessage());
    }
  }

  private static String part(Table parts, String key) {
    Table.Slot slot = parts.slot(key);
    if (slot == null) {
      return "";
    }
    if (slot.getValue() == null) {
      throw new FunctionException(Arguments.NIL_POINTER);
    }
    if (Arguments.plain(slot.getValue()) instanceof String text) {
      return text;
    }
    throw new FunctionException(
        "unable to parse "
            + key
            + " key, must be of type string, but "
            + GoType.kindOf(slot.getValue())
            + " found");
  }
}
