package org.huiling.limits;

import java.util.Arrays;

/** Addresses as one caller has them. */
final class Addresses {

	private static final int NETWORK_PARTS = 4;

	private Addresses() {
	}

	/**
	 * What stands for a caller: in IPv6 the network, since one caller has all its
	 * addresses.
	 * @param address as text
	 * @return the address, or the first half of one of IPv6
	 */
	static String one(String address) {
		String[] parts = address.split(":", -1);
		return (parts.length > NETWORK_PARTS) ? String.join(":", Arrays.copyOf(parts, NETWORK_PARTS)) : address;
	}

}
