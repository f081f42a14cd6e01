package dev.pintle.cli.hostile;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limits;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.values.input.SetFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags made to exhaust memory or the stack, or to confuse: Helm's verdict on each, and ours. */
class HostileSetFlagsTest {

  @TempDir Path directory;

  private static final List<String> TEXTS =
      List.of(
          "a[999999999]=1",
          "a[65536]=1",
          "a[65537]=1",
          "a[-1]=1",
          "a[9223372036854775808]=1",
          "a[1e3]=1",
          "a[0x10]=1",
          "a[ 1 ]=1",
          "a[]=1",
          "a[=1",
          "a]=1",
          "a[0=1",
          "a[[0]]=1",
          "a[0]]=1",
          "a[0]b=1",
          "a[0].[1]=1",
          "a={",
          "a={b",
          "a={b,c",
          "a={{b}}",
          "a={b}}",
          "a=}",
          "a=\"b",
          "a='b",
          "a=\\",
          "\\=1",
          "=",
          "=1",
          "a",
          ",",
          ",,,",
          "a=1,",
          ".=1",
          "..a=1",
          "a..b=1",
          "a.=1",
          ".a=1",
          "a.b",
          "a=1,a.b=2",
          "a.b=1,a[0]=2",
          "a[0]=1,a.b=2",
          "a={1},a[0].b=2",
          "{",
          "{}",
          "{\"a\":",
          "{\"a\":1}}",
          "a={\"b\":1",
          "a=[1,2",
          "a=nul",
          "a=1 2",
          "a=/dev/none/there");

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    TEXTS.forEach(text -> texts.put(text, text));
    texts.put("30 dots", "a.".repeat(30) + "a=1");
    texts.put("31 dots", "a.".repeat(31) + "a=1");
    texts.put("100,000 dots", "a.".repeat(50_000) + "a=1");
    texts.put("30,000 indexes", "a" + "[0]".repeat(30_000) + "=1");
    texts.put("30,000 braces", "a=" + "{".repeat(30_000));
    texts.put("30,000 brackets of JSON", "a=" + "[".repeat(30_000));
    texts.put("30,000 brackets of JSON, closed", "a=" + "[".repeat(30_000) + "]".repeat(30_000));
    texts.put("30,000 flags", "a=1,".repeat(30_000) + "a=1");
    texts.put("30,000 backslashes", "a=" + "\\".repeat(30_000));
    return texts;
  }

  @Test
  void areRefusedOrAcceptedAsByHelm() throws IOException, InterruptedException {
    new TestChart().writeTo(directory);
    Map<String, String> texts = texts();
    List<String> inputs = new ArrayList<>();
    for (SetFlag flag : SetFlag.values()) {
      texts.keySet().forEach(name -> inputs.add(flag.flag() + " " + name));
    }
    new HelmVerdicts("set-flags.txt")
        .check(
            inputs,
            input -> ofPintle(flag(input), texts.get(name(input))),
            input -> HelmVerdicts.ofHelm(directory, flag(input).flag(), texts.get(name(input))));
  }

  private static String name(String input) {
    return input.substring(input.indexOf(' ') + 1);
  }

  private static SetFlag flag(String input) {
    for (SetFlag flag : SetFlag.values()) {
      if (input.startsWith(flag.flag() + " ")) {
        return flag;
      }
    }
    throw new IllegalArgumentException(input);
  }

  private static String ofPintle(SetFlag flag, String text) {
    try {
      ReleaseRequest.of(request -> request.limits(Limits.defaults()).set(flag, text));
      return HelmVerdicts.ACCEPTED;
    } catch (PintleException e) {
      return e.getMessage().trim();
    }
  }
}
