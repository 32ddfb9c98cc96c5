package org.huiling.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows come out of the database as they went in, wherever a block of them ends. */
class BinaryCopyTests {

	private static final int ROWS = 400;

	@Test
	void rowsOfAnyLengthArriveWhole() throws SQLException {
		List<String> texts = new ArrayList<>();
		BinaryCopy copy = new BinaryCopy("said (number, big, said, raw)", 4);
		for (int row = 0; row < ROWS; row++) {
			// 惠 has three bytes: ends of blocks fall into characters, numbers and lengths
			String text = "惠龄x".repeat((row % 50 == 49) ? 30_000 + row : row);
			texts.add(text);
			copy.row()
				.integer(-row)
				.number(Long.MAX_VALUE - row)
				.text((row % 7 == 0) ? null : text)
				.bytes(text.getBytes(StandardCharsets.UTF_8));
		}
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute("create table said (number integer, big bigint, said text, raw bytea)");
			copy.send(connection);
			int row = 0;
			try (ResultSet rows = statement.executeQuery("select * from said order by number desc")) {
				for (; rows.next(); row++) {
					assertThat(rows.getInt(1)).isEqualTo(-row);
					assertThat(rows.getLong(2)).isEqualTo(Long.MAX_VALUE - row);
					assertThat(rows.getString(3)).isEqualTo((row % 7 == 0) ? null : texts.get(row));
					assertThat(rows.getBytes(4)).isEqualTo(texts.get(row).getBytes(StandardCharsets.UTF_8));
				}
			}
			assertThat(row).isEqualTo(ROWS);
		}
	}

	@Test
	void aRefusedRowLeavesTheConnectionUsable() throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute("create table once (number integer primary key)");
			BinaryCopy twice = new BinaryCopy("once (number)", 1);
			twice.row().integer(1).row().integer(1);
			assertThatThrownBy(() -> twice.send(connection)).isInstanceOf(SQLException.class)
				.hasMessageContaining("once_pkey");
			BinaryCopy again = new BinaryCopy("once (number)", 1);
			again.row().integer(2);
			again.send(connection);
			try (ResultSet rows = statement.executeQuery("select number from once")) {
				assertThat(rows.next()).isTrue();
				assertThat(rows.getInt(1)).isEqualTo(2);
				assertThat(rows.next()).as("nothing of what was refused").isFalse();
			}
		}
	}

	private static Connection connect() throws SQLException {
		JdbcConnectionDetails database = TestDatabase.create();
		return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

}
