package dev.pintle.go.yaml;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.yaml.Token.Type;
import java.io.ByteArrayOutputStream;

/** Scans aliases, anchors, tags and directives. */
final class PropertyScanner {

  private static final int LONGEST_VERSION_NUMBER = 2;

  private final Cursor cursor;

  PropertyScanner(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Scans {@code *name} or {@code &name}. */
  void scanName(Token token) {
    cursor.pos++;
    token.name = scanWord();
    char c = cursor.peek();
    if (token.name.isEmpty() || !Chars.isBlankOrEnd(c) && "?:,]}%@`".indexOf(c) < 0) {
      throw cursor.scannerError("did not find expected alphabetic or numeric character");
    }
  }

  private String scanWord() {
    int from = cursor.pos;
    while (Chars.isWord(cursor.peek())) {
      cursor.pos++;
    }
    return new String(cursor.chars, from, cursor.pos - from);
  }

  /** Scans {@code !<uri>}, {@code !suffix}, {@code !handle!suffix} or {@code !}. */
  void scanTag(Token token) {
    if (cursor.peek(1) == '<') {
      cursor.pos += 2;
      token.name = "";
      token.suffix = scanUri("", false);
      if (cursor.peek() != '>') {
        throw cursor.scannerError("did not find the expected '>'");
      }
      cursor.pos++;
    } else {
      String handle = scanHandle(false);
      if (handle.length() > 1 && handle.endsWith("!")) {
        token.name = handle;
        token.suffix = scanUri("", false);
      } else {
        String suffix = scanUri(handle.substring(1), true);
        token.name = suffix.isEmpty() ? "" : "!";
        token.suffix = suffix.isEmpty() ? "!" : suffix;
      }
    }
    if (!Chars.isBlankOrEnd(cursor.peek())) {
      throw cursor.scannerError("did not find expected whitespace or line break");
    }
  }

  private String scanHandle(boolean directive) {
    if (cursor.peek() != '!') {
      throw cursor.scannerError("did not find expected '!'");
    }
    cursor.pos++;
    String handle = "!" + scanWord();
    if (cursor.peek() == '!') {
      cursor.pos++;
      return handle + "!";
    }
    if (directive && handle.length() > 1) {
      throw cursor.scannerError("did not find expected '!'");
    }
    return handle;
  }

  private String scanUri(String head, boolean mayBeEmpty) {
    ByteArrayOutputStream uri = new ByteArrayOutputStream();
    while (Chars.isUri(cursor.peek())) {
      if (cursor.peek() == '%') {
        scanEscapedCharacter(uri);
      } else {
        uri.write(cursor.peek());
        cursor.pos++;
      }
    }
    if (uri.size() == 0 && !mayBeEmpty) {
      throw cursor.scannerError("did not find expected tag URI");
    }
    return head + GoStrings.fromBytes(uri.toByteArray());
  }

  /** Scans one character of UTF-8, each byte of it as {@code %xx}. */
  private void scanEscapedCharacter(ByteArrayOutputStream uri) {
    int octet = scanEscapedOctet();
    int more =
        octet < 0x80 ? 0 : octet >> 5 == 6 ? 1 : octet >> 4 == 14 ? 2 : octet >> 3 == 30 ? 3 : -1;
    if (more < 0) {
      throw cursor.scannerError("found an incorrect leading UTF-8 octet");
    }
    passEscapedOctet(uri, octet);
    for (; more > 0; more--) {
      octet = scanEscapedOctet();
      if ((octet & 0xC0) != 0x80) {
        throw cursor.scannerError("found an incorrect trailing UTF-8 octet");
      }
      passEscapedOctet(uri, octet);
    }
  }

  private int scanEscapedOctet() {
    int high = Chars.hex(cursor.peek(1));
    int low = Chars.hex(cursor.peek(2));
    if (cursor.peek() != '%' || high < 0 || low < 0) {
      throw cursor.scannerError("did not find URI escaped octet");
    }
    return high << 4 | low;
  }

  private void passEscapedOctet(ByteArrayOutputStream uri, int octet) {
    uri.write(octet);
    cursor.pos += 3;
  }

  /** Scans {@code %YAML 1.1} or {@code %TAG !handle! prefix}, to the end of the line. */
  void scanDirective(Token token) {
    cursor.pos++;
    String name = scanWord();
    if (name.isEmpty()) {
      throw cursor.scannerError("could not find expected directive name");
    }
    if (!Chars.isBlankOrEnd(cursor.peek())) {
      throw cursor.scannerError("found unexpected non-alphabetical character");
    }
    if (name.equals("YAML")) {
      token.type = Type.VERSION_DIRECTIVE;
      scanVersion(token);
    } else if (name.equals("TAG")) {
      token.type = Type.TAG_DIRECTIVE;
      scanTagDirective(token);
    } else {
      throw cursor.scannerError("found unknown directive name");
    }
    cursor.skipBlanks();
    cursor.skipComment();
    if (!Chars.isBreakOrEnd(cursor.peek())) {
      throw cursor.scannerError("did not find expected comment or line break");
    }
    cursor.skipBreak();
  }

  private void scanVersion(Token token) {
    cursor.skipBlanks();
    int major = scanVersionNumber();
    if (cursor.peek() != '.') {
      throw cursor.scannerError("did not find expected digit or '.' character");
    }
    cursor.pos++;
    token.suffix = major + "." + scanVersionNumber();
  }

  private int scanVersionNumber() {
    int value = 0;
    int length = 0;
    while (Chars.isDigit(cursor.peek())) {
      length++;
      if (length > LONGEST_VERSION_NUMBER) {
        throw cursor.scannerError("found extremely long version number");
      }
      value = 10 * value + cursor.peek() - '0';
      cursor.pos++;
    }
    if (length == 0) {
      throw cursor.scannerError("did not find expected version number");
    }
    return value;
  }

  private void scanTagDirective(Token token) {
    cursor.skipBlanks();
    token.name = scanHandle(true);
    if (!Chars.isBlank(cursor.peek())) {
      throw cursor.scannerError("did not find expected whitespace");
    }
    cursor.skipBlanks();
    token.suffix = scanUri("", false);
    if (!Chars.isBlankOrEnd(cursor.peek())) {
      throw cursor.scannerError("did not find expected whitespace or line break");
    }
  }
}
