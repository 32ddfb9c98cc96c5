package org.huiling.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * Rows in the binary format of PostgreSQL's COPY, column by column. They are kept in
 * blocks of {@value #BLOCK} bytes: an array of all of a slice's rows would be one that
 * the collector of a small heap treats apart, and marks the whole heap for.
 */
public final class BinaryCopy {

	private static final byte[] SIGNATURE = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0 };

	private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

	private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

	/** The number of the type {@code text}. */
	private static final int TEXT = 25;

	/** The number of the type {@code bytea}. */
	private static final int BYTEA = 17;

	private static final BigInteger BASE = BigInteger.valueOf(10_000);

	private static final int BLOCK = 1 << 16;

	private final String target;

	private final int columns;

	private final List<ByteBuffer> full = new ArrayList<>();

	private ByteBuffer block = ByteBuffer.allocate(BLOCK);

	/**
	 * Rows for a table.
	 * @param target the table with its columns, as in SQL
	 * @param columns how many columns
	 */
	public BinaryCopy(String target, int columns) {
		this.target = target;
		this.columns = columns;
		put(SIGNATURE);
		int4(0).int4(0);
	}

	public BinaryCopy row() {
		return int2(this.columns);
	}

	public BinaryCopy uuid(@Nullable UUID value) {
		if (value == null) {
			return bytes(null);
		}
		return int4(16).int8(value.getMostSignificantBits()).int8(value.getLeastSignificantBits());
	}

	public BinaryCopy integer(int value) {
		return int4(4).int4(value);
	}

	public BinaryCopy number(long value) {
		return int4(8).int8(value);
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
		if (value == null) {
			return int4(-1);
		}
		int4(value.length);
		return put(value);
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
		int4(8 + 2 * digits.size());
		int2(digits.size()).int2(digits.size() - places - 1).int2((value.signum() < 0) ? 0x4000 : 0).int2(scale);
		digits.forEach(this::int2);
		return this;
	}

	/** An array of texts. */
	public BinaryCopy texts(List<String> values) {
		List<byte[]> encoded = values.stream().map((value) -> value.getBytes(StandardCharsets.UTF_8)).toList();
		int length = 20 + encoded.stream().mapToInt((value) -> 4 + value.length).sum();
		if (encoded.isEmpty()) {
			return int4(12).int4(0).int4(0).int4(TEXT);
		}
		int4(length).int4(1).int4(0).int4(TEXT).int4(encoded.size()).int4(1);
		encoded.forEach(this::bytes);
		return this;
	}

	/** An array of bytes' arrays. */
	public BinaryCopy arrays(byte @Nullable [][] values) {
		if (values == null) {
			return bytes(null);
		}
		int size = 20 + Arrays.stream(values).mapToInt((value) -> 4 + value.length).sum();
		int4(size).int4(1).int4(0).int4(BYTEA).int4(values.length).int4(1);
		for (byte[] value : values) {
			bytes(value);
		}
		return this;
	}

	/** JSON, after the number of the format's version. */
	public BinaryCopy jsonb(byte[] value) {
		int4(value.length + 1);
		room(1).put((byte) 1);
		return put(value);
	}

	/** Sends the rows, once, in the current transaction. */
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

	/** Sends the rows, once. */
	public void send(Connection connection) throws SQLException {
		int2(-1);
		this.full.add(this.block);
		CopyIn copy = connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy " + this.target + " from stdin (format binary)");
		try {
			for (ByteBuffer each : this.full) {
				copy.writeToCopy(ByteStreamWriter.of(each.flip()));
			}
			copy.endCopy();
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
	}

	private BinaryCopy int2(int value) {
		room(2).putShort((short) value);
		return this;
	}

	private BinaryCopy int4(int value) {
		room(4).putInt(value);
		return this;
	}

	private BinaryCopy int8(long value) {
		room(8).putLong(value);
		return this;
	}

	private BinaryCopy put(byte[] value) {
		int from = 0;
		while (from < value.length) {
			int part = Math.min(room(1).remaining(), value.length - from);
			this.block.put(value, from, part);
			from += part;
		}
		return this;
	}

	/** A block that has room for some bytes more. */
	private ByteBuffer room(int more) {
		if (this.block.remaining() < more) {
			this.full.add(this.block);
			this.block = ByteBuffer.allocate(BLOCK);
		}
		return this.block;
	}

}
