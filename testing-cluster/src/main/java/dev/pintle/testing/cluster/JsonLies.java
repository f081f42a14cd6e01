package dev.pintle.testing.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts other values into JSON, or something else in its place, by chance. */
final class JsonLies {

  private static final List<String> WHOLE =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "1",
          "\"x\"",
          "true",
          "{",
          "{\"items\":null}",
          "{\"items\":{}}",
          "{\"items\":[null,1,\"x\",[],{}],\"metadata\":{\"continue\":\"again\"}}",
          "{\"metadata\":[],\"items\":[{\"metadata\":{}}]}",
          "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":500}",
          "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410}}",
          "<html><title>Sign in</title></html>",
          "\uFEFF{}");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e308",
          "1e999",
          "99999999999999999999999999",
          "0.5",
          "\"\"",
          "\"x\"",
          "\"..\"",
          "\"a/b\"",
          "\"\\u0000\\u001b[2J\\n\"",
          "\"\\ud800\"",
          "\"2026-02-30T25:61:61Z\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"9999999999999\"",
          "\"%%%s%n{}\"",
          "[]",
          "{}",
          "[null]",
          "[[[[]]]]",
          "{\"\":null}",
          "[1,\"x\",{},null]");

  private final Random random;

  JsonLies(Random random) {
    this.random = random;
  }

  /** Something else altogether. */
  byte[] instead() {
    return switch (random.nextInt(8)) {
      case 0 -> nested(9_000);
      case 1 -> nested(100_000);
      case 2 -> bytes("[" + "{},".repeat(1_000_000) + "{}]");
      case 3 -> bytes("{\"items\":[" + "[],".repeat(2_000_000) + "{}]}");
      case 4 -> bytes("{\"message\":\"" + "m".repeat(2_000_000) + "\",\"reason\":\"x\"}");
      default -> bytes(any(WHOLE));
    };
  }

  private byte[] nested(int depth) {
    return random.nextBoolean()
        ? bytes("{\"items\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
        : bytes("{\"metadata\":".repeat(depth) + "{}" + "}".repeat(depth));
  }

  /** The same with one to three other values in it. */
  byte[] changed(byte[] json) {
    String text = new String(json, StandardCharsets.ISO_8859_1);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      List<int[]> values = values(text);
      if (values.isEmpty()) {
        return instead();
      }
      int[] place = values.get(random.nextInt(values.size()));
      text = text.substring(0, place[0]) + value(text, values) + text.substring(place[1]);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String value(String text, List<int[]> values) {
    return switch (random.nextInt(12)) {
      case 0 -> "\"" + "l".repeat(200_000) + "\"";
      case 1 -> "[".repeat(9_000) + "]".repeat(9_000);
      case 2 -> "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000);
      case 3, 4 -> {
        int[] other = values.get(random.nextInt(values.size()));
        yield text.substring(other[0], other[1]);
      }
      default -> any(VALUES);
    };
  }

  /** Where values begin and end, those in others included. */
  private static List<int[]> values(String text) {
    List<int[]> values = new ArrayList<>();
    List<int[]> open = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{' || c == '[') {
        open.add(new int[] {at, 0});
      } else if ((c == '}' || c == ']') && !open.isEmpty()) {
        int[] ended = open.remove(open.size() - 1);
        ended[1] = at + 1;
        values.add(ended);
      } else if (" \r\n\t,:".indexOf(c) < 0) {
        int end = c == '"' ? endOfString(text, at) : endOfWord(text, at);
        if (end >= text.length() || text.charAt(end) != ':') {
          values.add(new int[] {at, end});
        }
        at = end - 1;
      }
    }
    return values;
  }

  private static int endOfString(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private static int endOfWord(String text, int from) {
    int at = from + 1;
    while (at < text.length() && " \r\n\t,:{}[]\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
