package dev.pintle.template;

/**
 * One template file as an engine gets it.
 *
 * @param name the name templates know it by: the path of its chart in the release and its path in
 *     the chart, such as {@code app/charts/db/templates/_helpers.tpl}
 * @param text its whole text
 */
public record TemplateSource(String name, String text) {

  /** A name, a number or a parenthesis in an action takes so much for each of its characters. */
  private static final int BYTES_PER_CHARACTER_OF_ACTIONS = 24;

  /** About how much memory takes what is made of the text; an estimate. */
  public long compiledBytes() {
    return compiledBytes(text);
  }

  /** The same for a text that has no name. */
  public static long compiledBytes(String text) {
    long inActions = 0;
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open);
      int end = close < 0 ? text.length() : close + 2;
      inActions += end - open;
      open = text.indexOf("{{", end);
    }
    return text.length() + BYTES_PER_CHARACTER_OF_ACTIONS * inActions;
  }
}
