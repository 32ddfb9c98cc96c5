package org.huiling.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** Rows in the binary format of PostgreSQL's COPY, column by column. */
public final class BinaryCopy {

	private static final byte[] SIGNATURE = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0 };

	private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

	private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

	/** The number of the type {@code text}. */
	private static final int TEXT = 25;

	private static final BigInteger BASE = BigInteger.valueOf(10_000);

	private final String target;

	private final int columns;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

	private final DataOutputStream out = new DataOutputStream(this.bytes);

	/**
	 * Rows for a table.
	 * @param target the table with its columns, as in SQL
	 * @param columns how many columns
	 */
	public BinaryCopy(String target, int columns) {
		this.target = target;
		this.columns = columns;
		write(() -> {
			this.out.write(SIGNATURE);
			this.out.writeInt(0);
			this.out.writeInt(0);
		});
	}

	public BinaryCopy row() {
		return write(() -> this.out.writeShort(this.columns));
	}

	public BinaryCopy uuid(@Nullable UUID value) {
		return (value == null) ? bytes(null) : write(() -> {
			this.out.writeInt(16);
			this.out.writeLong(value.getMostSignificantBits());
			this.out.writeLong(value.getLeastSignificantBits());
		});
	}

	public BinaryCopy integer(int value) {
		return write(() -> {
			this.out.writeInt(4);
			this.out.writeInt(value);
		});
	}

	public BinaryCopy number(long value) {
		return write(() -> {
			this.out.writeInt(8);
			this.out.writeLong(value);
		});
	}

	public BinaryCopy date(LocalDate value) {
		return integer((int) ChronoUnit.DAYS.between(EPOCH, value));
	}

	public BinaryCopy instant(Instant value) {
		return number(ChronoUnit.MICROS.between(EPOCH_INSTANT, value));
	}

	public BinaryCopy text(@Nullable String value) {
		return bytes((value != null) ? value.getBytes(StandardCharsets.UTF_8) : null);
	}

	public BinaryCopy bytes(byte @Nullable [] value) {
		return write(() -> {
			this.out.writeInt((value != null) ? value.length : -1);
			if (value != null) {
				this.out.write(value);
			}
		});
	}

	/** A number of digits to base 10,000, as PostgreSQL keeps it. */
	public BinaryCopy numeric(@Nullable BigDecimal value) {
		if (value == null) {
			return bytes(null);
		}
		BigInteger unscaled = value.unscaledValue().abs();
		int scale = Math.max(value.scale(), 0);
		int places = (scale + 3) / 4;
		BigInteger shifted = unscaled.multiply(BigInteger.TEN.pow(places * 4 - value.scale()));
		List<Integer> digits = new ArrayList<>();
		while (shifted.signum() > 0) {
			BigInteger[] parts = shifted.divideAndRemainder(BASE);
			digits.add(0, parts[1].intValue());
			shifted = parts[0];
		}
		return write(() -> {
			this.out.writeInt(8 + 2 * digits.size());
			this.out.writeShort(digits.size());
			this.out.writeShort(digits.size() - places - 1);
			this.out.writeShort((value.signum() < 0) ? 0x4000 : 0);
			this.out.writeShort(scale);
			for (int digit : digits) {
				this.out.writeShort(digit);
			}
		});
	}

	/** An array of texts. */
	public BinaryCopy texts(List<String> values) {
		List<byte[]> encoded = values.stream().map((value) -> value.getBytes(StandardCharsets.UTF_8)).toList();
		int length = 20 + encoded.stream().mapToInt((value) -> 4 + value.length).sum();
		return write(() -> {
			if (encoded.isEmpty()) {
				this.out.writeInt(12);
				this.out.writeInt(0);
				this.out.writeInt(0);
				this.out.writeInt(TEXT);
				return;
			}
			this.out.writeInt(length);
			this.out.writeInt(1);
			this.out.writeInt(0);
			this.out.writeInt(TEXT);
			this.out.writeInt(encoded.size());
			this.out.writeInt(1);
			for (byte[] value : encoded) {
				this.out.writeInt(value.length);
				this.out.write(value);
			}
		});
	}

	/** JSON, after the number of the format's version. */
	public BinaryCopy jsonb(byte[] value) {
		return write(() -> {
			this.out.writeInt(value.length + 1);
			this.out.writeByte(1);
			this.out.write(value);
		});
	}

	/** Sends the rows in the current transaction. */
	public void send(DataSource dataSource) {
		Connection connection = DataSourceUtils.getConnection(dataSource);
		try {
			send(connection);
		}
		catch (SQLException ex) {
			DataAccessException translated = new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("COPY", null,
					ex);
			throw (translated != null) ? translated : new IllegalStateException(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, dataSource);
		}
	}

	/** Sends the rows. */
	public void send(Connection connection) throws SQLException {
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
