package org.huiling.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A temporary file for what is too long to be held: written once, then read at any place.
 * It is enciphered under a key that only this object has, and goes when it is closed.
 */
final class ScratchFile implements SeekableByteChannel, Closeable {

	private static final int BLOCK = 16;

	private static final int PIECE = 1 << 16;

	private final FileChannel file;

	private final SecretKeySpec key;

	private final Cipher cipher;

	private long size;

	private long position;

	/** Where the cipher stands, -1 if it must be set. */
	private long ciphered;

	ScratchFile() throws IOException {
		Path path = Files.createTempFile("huiling", ".part");
		this.file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE);
		byte[] secret = new byte[BLOCK];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, "AES");
		try {
			this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has AES", ex);
		}
		this.ciphered = -1;
	}

	/** Adds the whole of a stream. */
	ScratchFile take(InputStream bytes, long most) throws IOException {
		byte[] piece = new byte[PIECE];
		for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
			if (this.size + read > most) {
				close();
				throw TableFault.WORKBOOK_TOO_LARGE.refusal();
			}
			append(piece, read);
		}
		return this;
	}

	void append(byte[] bytes, int length) throws IOException {
		ByteBuffer sealed = ByteBuffer.wrap(crypt(this.size, bytes, length));
		while (sealed.hasRemaining()) {
			this.size += this.file.write(sealed, this.size);
		}
	}

	byte[] read(long from, int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length);
		this.position = from;
		while (bytes.hasRemaining() && read(bytes) >= 0) {
			// until all of it is there
		}
		return bytes.array();
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		if (!this.file.isOpen()) {
			throw new ClosedChannelException();
		}
		int length = (int) Math.min(Math.min(target.remaining(), PIECE), this.size - this.position);
		if (length <= 0) {
			return target.hasRemaining() ? -1 : 0;
		}
		ByteBuffer sealed = ByteBuffer.allocate(length);
		while (sealed.hasRemaining() && this.file.read(sealed, this.position + sealed.position()) >= 0) {
			// until all of it is there
		}
		target.put(crypt(this.position, sealed.array(), length));
		this.position += length;
		return length;
	}

	/** The same in both directions. */
	private byte[] crypt(long at, byte[] bytes, int length) {
		try {
			if (this.ciphered != at) {
				byte[] counter = ByteBuffer.allocate(BLOCK).putLong(0).putLong(at / BLOCK).array();
				this.cipher.init(Cipher.ENCRYPT_MODE, this.key, new IvParameterSpec(counter));
				this.cipher.update(new byte[(int) (at % BLOCK)]);
			}
			this.ciphered = at + length;
			byte[] result = new byte[length];
			int done = this.cipher.update(bytes, 0, length, result);
			if (done != length) {
				throw new IllegalStateException("a stream cipher that keeps bytes back");
			}
			return result;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES cannot be used", ex);
		}
	}

	@Override
	public long position() {
		return this.position;
	}

	@Override
	public SeekableByteChannel position(long newPosition) {
		this.position = newPosition;
		return this;
	}

	@Override
	public long size() {
		return this.size;
	}

	@Override
	public int write(ByteBuffer source) {
		throw new UnsupportedOperationException("written by append only");
	}

	@Override
	public SeekableByteChannel truncate(long newSize) {
		throw new UnsupportedOperationException("written by append only");
	}

	@Override
	public boolean isOpen() {
		return this.file.isOpen();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
