package dev.pintle.handlebars;

import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.HelperRegistry;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.Functions;
import java.util.HashMap;
import java.util.Map;

/**
 * The helpers that templates can call: the language's blocks, Helm's functions, and what Go's
 * templates have in their language ({@code and}, {@code or}, {@code include}, {@code tpl}). Of the
 * library's own only the decorator {@code inline} is left: its helpers write scripts, read files or
 * log.
 */
final class Helpers extends DefaultHelperRegistry {

  private final Map<String, Helper<?>> byName = new HashMap<>();

  Helpers(Functions functions) {
    for (String name : functions.names()) {
      byName.put(name, new FunctionHelper(functions.find(name)));
    }
    Function lookup = functions.find("lookup");
    byName.putAll(BlockHelpers.all());
    byName.putAll(ValueHelpers.all(lookup == null ? null : new FunctionHelper(lookup)));
    byName.put(HelperRegistry.HELPER_MISSING, new MethodHelper(functions));
  }

  @SuppressWarnings("unchecked")
  @Override
  public <C> Helper<C> helper(String name) {
    return (Helper<C>) byName.get(name);
  }
}
