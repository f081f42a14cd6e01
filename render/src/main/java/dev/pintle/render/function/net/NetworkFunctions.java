package dev.pintle.render.function.net;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.random.RandomNumbers;
import dev.pintle.template.Execution;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Sprig's {@code getHostByName}, which Helm lets ask only where the user allows it. */
public final class NetworkFunctions {

  private NetworkFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("getHostByName", STRING, (x, host) -> x.dnsEnabled() ? address(host, x) : "").random());
  }

  /** One of the host's addresses. */
  private static String address(String host, Execution execution) {
    try {
      // Java takes the empty name for this machine.
      if (host.isEmpty()) {
        throw new UnknownHostException(host);
      }
      InetAddress[] all = InetAddress.getAllByName(host);
      return text(all[(int) new RandomNumbers(execution.random()).below(all.length)]);
    } catch (UnknownHostException e) {
      // Sprig drops the error and draws one of no addresses.
      throw new FunctionException("invalid argument to Intn");
    }
  }

  /** An IPv6 address has its longest run of zeros left out, which Java does not do. */
  private static String text(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    int[] groups = new int[bytes.length / 2];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
    }
    int gapAt = -1;
    int gap = 1; // A single zero is written.
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      if (end - i > gap) {
        gapAt = i;
        gap = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      if (i == gapAt) {
        text.append("::");
        i += gap - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
