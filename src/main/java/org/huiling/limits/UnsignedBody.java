package org.huiling.limits;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a length and a moment. */
final class UnsignedBody implements ApplicationBufferHandler {

	private static final long MOST_PASSED = 64L << 20;

	private final Request request;

	private final int most;

	private final long end;

	private final ByteChunk read = new ByteChunk();

	private ByteBuffer buffer = ByteBuffer.allocate(0);

	UnsignedBody(Request request, int most, Duration time) {
		this.request = request;
		this.most = most;
		this.end = System.nanoTime() + time.toNanos();
		this.read.setLimit(most + 1);
	}

	/**
	 * Reads all of it.
	 * @return why it was not read to its end, null if it was
	 * @throws IOException if the sender went away
	 */
	@Nullable Refused read() throws IOException {
		if (this.request.getContentLengthLong() > this.most) {
			return Refused.TOO_LARGE;
		}
		try {
			while (this.request.doRead(this) >= 0) {
				if (this.read.getLength() + this.buffer.remaining() > this.most) {
					return Refused.TOO_LARGE;
				}
				this.read.append(this.buffer);
				this.buffer = ByteBuffer.allocate(0);
				if (System.nanoTime() > this.end) {
					return Refused.TOO_SLOW;
				}
			}
			return null;
		}
		catch (InterruptedIOException ex) {
			return Refused.TOO_SLOW;
		}
	}

	/**
	 * Passes over what has not been read.
	 * @return why it was not passed over to its end, null if it was
	 * @throws IOException if the sender went away
	 */
	@Nullable Refused skip() throws IOException {
		try {
			long passed = 0;
			while (this.request.doRead(this) >= 0) {
				passed += this.buffer.remaining();
				this.buffer = ByteBuffer.allocate(0);
				if (passed > MOST_PASSED) {
					return Refused.TOO_LARGE;
				}
				if (System.nanoTime() > this.end) {
					return Refused.TOO_SLOW;
				}
			}
			return null;
		}
		catch (InterruptedIOException ex) {
			return Refused.TOO_SLOW;
		}
	}

	/** What was read, to be read again by whoever needs it. */
	ByteChunk bytes() {
		return this.read;
	}

	@Override
	public void setByteBuffer(ByteBuffer buffer) {
		this.buffer = buffer;
	}

	@Override
	public ByteBuffer getByteBuffer() {
		return this.buffer;
	}

	/** The buffer is the connection's, and large enough. */
	@Override
	public void expand(int size) {
	}

}
