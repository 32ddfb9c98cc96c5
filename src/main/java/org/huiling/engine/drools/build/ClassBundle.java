package org.huiling.engine.drools.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Class files and their key as one row of bytes, to be kept and read again. */
public final class ClassBundle {

	private static final int LIMIT = 16 << 20;

	private ClassBundle() {
	}

	public static byte[] write(String key, Map<String, byte[]> classes) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
			out.writeUTF(key);
			out.writeInt(classes.size());
			for (Map.Entry<String, byte[]> one : classes.entrySet()) {
				out.writeUTF(one.getKey());
				out.writeInt(one.getValue().length);
				out.write(one.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads what was written; a row that is damaged, or was kept under another key, is an
	 * {@link UncheckedIOException}.
	 */
	public static Map<String, byte[]> read(String key, byte[] bytes) {
		Map<String, byte[]> classes = new TreeMap<>();
		try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
			if (!in.readUTF().equals(key)) {
				throw new IOException("another version's");
			}
			int count = in.readInt();
			for (int i = 0; i < count; i++) {
				String path = in.readUTF();
				int length = in.readInt();
				if (length < 0 || length > LIMIT) {
					throw new IOException("damaged");
				}
				classes.put(path, in.readNBytes(length));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return classes;
	}

}
