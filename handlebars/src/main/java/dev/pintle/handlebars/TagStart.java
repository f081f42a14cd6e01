package dev.pintle.handlebars;

/**
 * Where a tag begins: its braces, with what follows them and says what kind of tag it is. Immutable.
 *
 * @param start at the backslash before it, if there is one
 * @param end behind the braces and {@code {{}, {@code !}, {@code !--} or {@code =}
 */
record TagStart(int start, int end) {

  /** What a tag is to blocks. */
  enum Block {
    /** Nothing. */
    NONE,
    /** It begins one. */
    BEGINS,
    /** It goes on with one that is asked for otherwise. */
    GOES_ON,
    /** It ends one. */
    ENDS
  }

  /** The first from there on, or null. */
  static TagStart next(String text, int from) {
    int braces = text.indexOf("{{", from);
    if (braces < 0) {
      return null;
    }
    int start = braces > from && text.charAt(braces - 1) == '\\' ? braces - 1 : braces;
    int end = braces + 2;
    for (String more : new String[] {"{{", "!--", "!", "="}) {
      if (text.startsWith(more, end)) {
        return new TagStart(start, end + more.length());
      }
    }
    return new TagStart(start, end);
  }

  /** What it is to blocks. */
  Block block(String text) {
    if (text.charAt(start) == '\\') {
      return Block.NONE;
    }
    int at = start + 2 + (text.startsWith("~", start + 2) ? 1 : 0);
    if (text.startsWith("/", at) || text.startsWith("{{/", at)) {
      return Block.ENDS;
    } else if (text.startsWith("else", at)) {
      int word = skipSpace(text, at + 4);
      return word > at + 4 && isName(text, word) ? Block.GOES_ON : Block.NONE;
    } else if (text.startsWith("#", at) || text.startsWith("^", at)) {
      return isName(text, skipSpace(text, at + 1)) ? Block.BEGINS : Block.NONE;
    }
    return text.startsWith("{{", at) ? Block.BEGINS : Block.NONE;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isName(String text, int at) {
    return at < text.length() && text.charAt(at) != '}' && text.charAt(at) != '~';
  }
}
