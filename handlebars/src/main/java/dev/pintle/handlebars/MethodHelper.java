package dev.pintle.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.Functions;
import dev.pintle.render.function.GoValue;

/**
 * What the library calls for a name that is no helper: a method of one of Helm's objects, such as
 * {@code {{Files.Get "motd"}}}; a value that is not there; or a mistake.
 */
final class MethodHelper implements Helper<Object> {

  private final Functions functions;

  MethodHelper(Functions functions) {
    this.functions = functions;
  }

  @Override
  public Object apply(Object first, Options options) {
    Call call = new Call(first, options);
    String name = options.helperName;
    if (call.isBlock() && BlockHelpers.NAMES.contains(name)) {
      return ofNothing(call);
    }
    int dot = name.lastIndexOf('.');
    Object receiver = dot < 0 ? null : options.context.get(name.substring(0, dot));
    Function method =
        receiver instanceof GoValue object ? object.method(name.substring(dot + 1)) : null;
    if (method != null) {
      Object value = call.call(method, call.arguments());
      return call.isBlock() ? BlockHelpers.section(call, value) : value;
    } else if (call.arguments().isEmpty() && options.hash.isEmpty()) {
      return call.isBlock() ? BlockHelpers.branch(options, false) : null;
    }
    throw call.failure(unknown(name));
  }

  /** The library calls a block over nothing by what it would have been had there been something. */
  private static Object ofNothing(Call call) {
    return BlockHelpers.branch(call.options(), call.name().equals("unless"));
  }

  private String unknown(String name) {
    String near = Spelling.nearest(name, functions.names());
    return "there is no function \"" + name + "\"" + (near == null ? "" : "; did you mean " + near);
  }
}
