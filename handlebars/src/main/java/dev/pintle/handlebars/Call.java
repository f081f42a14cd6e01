package dev.pintle.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.LimitException;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.NewBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One use of a helper: its name, its arguments, and where it stands. */
final class Call {

  private final Options options;
  private final Rendering rendering;
  private final List<Object> arguments = new ArrayList<>();

  Call(Object first, Options options) {
    this.options = options;
    this.rendering = Rendering.of(options.context);
    if (!isBare(first)) {
      arguments.add(ChartValues.of(first));
      for (Object argument : options.params) {
        arguments.add(ChartValues.of(argument));
      }
    }
  }

  /**
   * True if it is written without arguments. The library hands the dot over then, and where
   * arguments are written as expressions its count of them may be that of an inner one.
   */
  private boolean isBare(Object first) {
    return options.params.length == 0
        && options.<Integer>data(Context.PARAM_SIZE) == 0
        && first == options.context.model();
  }

  String name() {
    return options.helperName;
  }

  /** True if it opens a block. */
  boolean isBlock() {
    return options.tagType == TagType.SECTION;
  }

  Options options() {
    return options;
  }

  Rendering rendering() {
    return rendering;
  }

  List<Object> arguments() {
    return arguments;
  }

  /** The dot where it stands. */
  Object dot() {
    return ChartValues.of(options.context.model());
  }

  /** Calls a function with these arguments and tells its failure as that of this call. */
  Object call(Function function, List<Object> given) {
    return guarded(
        () -> {
          rendering.execution().step();
          Object[] values = Passing.to(function, given);
          Object result = function.body().call(rendering.execution(), values);
          rendering.execution().called(function.isPicking() ? 0 : NewBytes.of(result, values));
          return result;
        });
  }

  /** Does something and tells its failure as that of this call. */
  Object guarded(Supplier<Object> work) {
    try {
      return work.get();
    } catch (Failure e) {
      throw e;
    } catch (LimitException e) {
      throw new Failure(e.getMessage(), e, place(), false);
    } catch (PintleException e) {
      throw new Failure("error calling " + name() + ": " + e.getMessage(), e, place(), false);
    } catch (FunctionException e) {
      throw e.isRefusal()
          ? new Failure(e.getMessage(), e, place(), true)
          : new Failure("error calling " + name() + ": " + e.getMessage(), e, place(), false);
    } catch (RuntimeException e) {
      // A panic in Go: the function met what its author did not think of.
      throw new Failure("error calling " + name() + ": " + e, e, place(), false);
    }
  }

  /** The failure of this call. */
  Failure failure(String message) {
    return new Failure(message, null, place(), false);
  }

  private Place place() {
    int[] position = options.fn.position();
    return isBlock() ? rendering.place() : rendering.placeAt(position[0], position[1]);
  }
}
