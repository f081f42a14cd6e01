package dev.pintle.template;

import dev.pintle.diagnostic.Origin;
import java.util.List;

/** The compiled templates of a release: immutable, safe to share between threads. */
public interface TemplateSet {

  /** Starts a rendering; what it keeps between templates is in the run that this gives. */
  Run start(Execution execution);

  /**
   * The same, with the named templates of the release's other engines, which an engine may let its
   * own templates call.
   */
  default Run start(Execution execution, NamedTemplates others) {
    return start(execution);
  }

  /**
   * True if any template, whether it runs or not, may mean a certain value. Who cannot tell says
   * so.
   *
   * @param chart the path of the chart whose value it is, which its templates' names begin with
   * @param path the keys that lead to the value from that chart's values; not empty
   */
  default boolean mentions(String chart, List<String> path) {
    return true;
  }

  /** One rendering of one release, used by one thread. */
  interface Run {

    /**
     * Renders one template.
     *
     * @param name the name of its {@link TemplateSource}
     * @param context what the template sees as its dot
     * @return the text
     * @throws dev.pintle.diagnostic.PintleException if the template fails
     */
    String render(String name, Object context);

    /**
     * Renders a named template (a definition, a partial) for a template of another engine; also
     * while this run is rendering, since that may have called the other.
     *
     * @param dot what the template sees
     * @return the text; null if no template has that name, or none can be called so
     * @throws dev.pintle.diagnostic.PintleException if the template fails
     */
    default String call(String name, Object dot) {
      return null;
    }

    /**
     * What in a template made a character of its output. Only for templates that were rendered by
     * this run; null if the engine does not know.
     *
     * @param name the name of the {@link TemplateSource}
     * @param index of the character in what {@link #render} gave
     */
    default Origin originOf(String name, int index) {
      return null;
    }
  }
}
