package dev.pintle.render.function.net;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.MAP;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.net.AddressException;
import dev.pintle.go.net.GoUrl;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.List;

/** Sprig's functions that take a URL apart into a map, and put it together again. */
public final class UrlFunctions {

  private UrlFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("urlParse", STRING, UrlFunctions::parse), of("urlJoin", MAP, UrlFunctions::join));
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
      throw FunctionException.nilPointer();
    }
    if (GoObject.underlying(slot.getValue()) instanceof String text) {
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
