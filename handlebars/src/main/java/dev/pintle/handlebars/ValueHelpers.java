package dev.pintle.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pintle.go.fmt.GoFormat;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.Truth;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The helpers that give values and are no functions: what Go has in its language or Helm in its
 * engine, and Handlebars' own {@code lookup}.
 */
final class ValueHelpers {

  private ValueHelpers() {}

  /**
   * All of them, by name.
   *
   * @param clusterLookup Helm's {@code lookup}, or null
   */
  static Map<String, Helper<?>> all(Helper<Object> clusterLookup) {
    Map<String, Helper<?>> helpers = new HashMap<>();
    helpers.put("and", value(call -> choice(call, false)));
    helpers.put("or", value(call -> choice(call, true)));
    helpers.put("include", value(ValueHelpers::include));
    helpers.put("tpl", value(call -> call.rendering().tpl(text(call, 0), dot(call))));
    Helper<Object> quiet = (first, options) -> null;
    helpers.put("do", quiet);
    Helper<Object> entry = value(ValueHelpers::entry);
    Helper<Object> lookup =
        (first, options) ->
            clusterLookup != null && options.params.length == 3
                ? clusterLookup.apply(first, options)
                : entry.apply(first, options);
    helpers.put("lookup", lookup);
    return helpers;
  }

  private static Helper<Object> value(Function<Call, Object> work) {
    return (Object first, Options options) -> {
      Call call = new Call(first, options);
      Object value = call.guarded(() -> work.apply(call));
      return call.isBlock() ? BlockHelpers.section(call, value) : value;
    };
  }

  /** The first argument that is as true as is asked for, else the last. */
  private static Object choice(Call call, boolean truth) {
    List<Object> arguments = call.arguments();
    if (arguments.isEmpty()) {
      throw new FunctionException("wrong number of args: want at least 1 got 0");
    }
    for (Object argument : arguments) {
      if (Truth.of(argument) == truth) {
        return argument;
      }
    }
    return arguments.get(arguments.size() - 1);
  }

  private static Object include(Call call) {
    String name = text(call, 0);
    String text = call.rendering().include(name, dot(call));
    if (text == null) {
      throw new FunctionException("no template \"" + name + "\"");
    }
    return text;
  }

  private static String text(Call call, int index) {
    if (call.arguments().size() > index && call.arguments().get(index) instanceof String text) {
      return text;
    }
    throw new FunctionException("its first argument is no text");
  }

  /** The dot for what is called: the second argument, or the dot at hand. */
  private static Object dot(Call call) {
    return call.arguments().size() > 1 ? call.arguments().get(1) : call.dot();
  }

  private static Object entry(Call call) {
    if (call.arguments().size() != 2) {
      throw new FunctionException(
          "wrong number of args: want 2 (a value and a key) or 4 (for the cluster) got "
              + call.arguments().size());
    }
    Object plain = ChartValues.plain(call.arguments().get(0));
    Object key = call.arguments().get(1);
    if (plain instanceof Table table) {
      return key == null ? null : table.get(GoFormat.toString(key));
    } else if (plain instanceof Sequence list && key instanceof Number index) {
      int at = index.intValue();
      return at >= 0 && at < list.size() ? list.get(at) : null;
    }
    return null;
  }
}
