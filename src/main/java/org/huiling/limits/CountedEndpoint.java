package org.huiling.limits;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;

import org.apache.tomcat.util.net.NioEndpoint;

/** Closes a new connection of an address that has as many as one may have. */
class CountedEndpoint extends NioEndpoint {

	private volatile int most;

	void limit(int connectionsOfAddress) {
		this.most = connectionsOfAddress;
	}

	@Override
	protected boolean setSocketOptions(SocketChannel socket) {
		if (isOneTooMany(socket.socket().getInetAddress())) {
			destroySocket(socket);
			return false;
		}
		return super.setSocketOptions(socket);
	}

	/** They are counted only while there are so many in all that it could matter. */
	private boolean isOneTooMany(InetAddress address) {
		int limit = this.most;
		if (limit <= 0 || address == null || getConnectionCount() <= limit) {
			return false;
		}
		String caller = Addresses.one(address.getHostAddress());
		return getConnections().stream()
			.filter((open) -> caller.equals(Addresses.one(open.getRemoteAddr())))
			.count() >= limit;
	}

}
