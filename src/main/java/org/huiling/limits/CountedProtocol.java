package org.huiling.limits;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP over connections of which one address has only so many. Public since Tomcat makes
 * it by its name.
 */
public final class CountedProtocol extends Http11NioProtocol {

	/** Made by Tomcat; takes any number of connections until told otherwise. */
	public CountedProtocol() {
		super(new CountedEndpoint());
	}

	void limit(int connectionsOfAddress) {
		if (getEndpoint() instanceof CountedEndpoint endpoint) {
			endpoint.limit(connectionsOfAddress);
		}
	}

}
