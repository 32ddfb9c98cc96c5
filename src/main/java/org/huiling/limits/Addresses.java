package org.huiling.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Addresses as one caller has them. */
public final class Addresses {

	private static final int IPV6 = 16;

	private static final int NETWORK = 8;

	private Addresses() {
	}

	/**
	 * What stands for a caller: in IPv6 the network, since one caller has all its
	 * addresses, however a proxy writes them.
	 * @param address as text
	 * @return the address, or the first half of one of IPv6
	 */
	public static String one(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			// with a colon in it nothing is looked up
			InetAddress literal = InetAddress.getByName(address);
			byte[] bytes = literal.getAddress();
			return (bytes.length == IPV6) ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK))
					: literal.getHostAddress();
		}
		catch (UnknownHostException notAnAddress) {
			return address;
		}
	}

}
