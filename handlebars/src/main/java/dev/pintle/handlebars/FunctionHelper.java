package dev.pintle.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import dev.pintle.render.function.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * A function as a helper. As a block its result decides: {@code {{#eq a b}}…{{else}}…{{/eq}}}.
 * Named arguments go to functions that take any number of arguments as names and values, which is
 * what {@code dict} wants. A function that needs arguments and has none gives way to a value of its
 * name: {@code {{title}}} is the title of the dot.
 */
final class FunctionHelper implements Helper<Object> {

  private final Function function;

  FunctionHelper(Function function) {
    this.function = function;
  }

  @Override
  public Object apply(Object first, Options options) {
    Call call = new Call(first, options);
    Object value;
    if (call.arguments().isEmpty() && options.hash.isEmpty() && !function.parameters().isEmpty()) {
      value = options.context.get(call.name());
    } else {
      List<Object> arguments = new ArrayList<>(call.arguments());
      options.hash.forEach(
          (name, argument) -> {
            arguments.add(name);
            arguments.add(ChartValues.of(argument));
          });
      value = call.call(function, arguments);
    }
    return call.isBlock() ? BlockHelpers.section(call, value) : value;
  }
}
