package org.huiling.limits;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection, on which exactly those bytes are sent that a test writes. */
final class RawClient implements Closeable {

	private final Socket socket;

	private final InputStream in;

	private final Map<String, String> headers = new HashMap<>();

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	RawClient(int port) throws IOException {
		this.socket = new Socket("127.0.0.1", port);
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(20_000);
		this.in = new BufferedInputStream(this.socket.getInputStream());
	}

	/** Sends something, whole requests or parts of one. */
	void send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	/** All values of a header of the last answer. */
	String header(String name) {
		return this.headers.getOrDefault(name, "");
	}

	/** The last answer's body. */
	String body() {
		return this.body.toString(StandardCharsets.UTF_8);
	}

	/** Reads one answer to its end and returns its status. */
	int status() throws IOException {
		String line = line();
		int status = Integer.parseInt(line.split(" ")[1]);
		this.headers.clear();
		this.body.reset();
		for (String header = line(); !header.isEmpty(); header = line()) {
			int colon = header.indexOf(':');
			this.headers.merge(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).trim(),
					(one, other) -> one + "; " + other);
		}
		if (header("transfer-encoding").contains("chunked")) {
			for (int size = size(); size > 0; size = size()) {
				this.body.write(this.in.readNBytes(size));
				line();
			}
			line();
		}
		else if (!header("content-length").isEmpty()) {
			this.body.write(this.in.readNBytes(Integer.parseInt(header("content-length"))));
		}
		return status;
	}

	private int size() throws IOException {
		return Integer.parseInt(line().trim(), 16);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				throw new EOFException("closed in: " + line + ", after: " + this.headers + body());
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
