package app.chancery.platform.signon;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** From where somebody asks, as far as it tells one from another. */
public final class NetworkAddress {

  private NetworkAddress() {}

  /** Whoever has an IPv6 address has the 2 to the 64 of its network. */
  public static String of(String address) {
    if (address == null || address.indexOf(':') < 0) {
      return String.valueOf(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      if (bytes.length == 16) {
        Arrays.fill(bytes, 8, 16, (byte) 0);
      }
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return "unknown";
    }
  }
}
