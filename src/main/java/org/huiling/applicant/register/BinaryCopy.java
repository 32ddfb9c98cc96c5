package org.huiling.applicant.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the binary format of PostgreSQL's COPY, column by column. */
final class BinaryCopy {

	private static final byte[] SIGNATURE = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0 };

	private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

	private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

	private final String target;

	private final int columns;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

	private final DataOutputStream out = new DataOutputStream(this.bytes);

	/**
	 * Rows for a table.
	 * @param target the table with its columns, as in SQL
	 * @param columns how many columns
	 */
	BinaryCopy(String target, int columns) {
		this.target = target;
		this.columns = columns;
		write(() -> {
			this.out.write(SIGNATURE);
			this.out.writeInt(0);
			this.out.writeInt(0);
		});
	}

	BinaryCopy row() {
		return write(() -> this.out.writeShort(this.columns));
	}

	BinaryCopy uuid(UUID value) {
		return write(() -> {
			this.out.writeInt(16);
			this.out.writeLong(value.getMostSignificantBits());
			this.out.writeLong(value.getLeastSignificantBits());
		});
	}

	BinaryCopy integer(int value) {
		return write(() -> {
			this.out.writeInt(4);
			this.out.writeInt(value);
		});
	}

	BinaryCopy number(long value) {
		return write(() -> {
			this.out.writeInt(8);
			this.out.writeLong(value);
		});
	}

	BinaryCopy date(LocalDate value) {
		return integer((int) ChronoUnit.DAYS.between(EPOCH, value));
	}

	BinaryCopy instant(Instant value) {
		return number(ChronoUnit.MICROS.between(EPOCH_INSTANT, value));
	}

	BinaryCopy text(String value) {
		return bytes(value.getBytes(StandardCharsets.UTF_8));
	}

	BinaryCopy bytes(byte @Nullable [] value) {
		return write(() -> {
			this.out.writeInt((value != null) ? value.length : -1);
			if (value != null) {
				this.out.write(value);
			}
		});
	}

	/** JSON, after the number of the format's version. */
	BinaryCopy jsonb(byte[] value) {
		return write(() -> {
			this.out.writeInt(value.length + 1);
			this.out.writeByte(1);
			this.out.write(value);
		});
	}

	/** Sends the rows. */
	void send(Connection connection) throws SQLException {
		write(() -> this.out.writeShort(-1));
		try {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + this.target + " from stdin (format binary)",
						new ByteArrayInputStream(this.bytes.toByteArray()), 1 << 16);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private BinaryCopy write(Writing writing) {
		try {
			writing.run();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Something written to memory. */
	private interface Writing {

		void run() throws IOException;

	}

}
