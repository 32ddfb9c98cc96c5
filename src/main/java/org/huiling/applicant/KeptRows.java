package org.huiling.applicant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of tables as they are exported: a value by the name of its column in camel case.
 */
public final class KeptRows {

	private static final JsonMapper JSON = new JsonMapper();

	private KeptRows() {
	}

	/**
	 * The rows of a query.
	 * @param jdbc where from
	 * @param sql with one parameter, an array of the ids of files; what is sealed or
	 * hashed is not among its columns
	 * @param files the ids
	 * @param most rows; the first of those that the query gives
	 * @return instants in UTC, JSON as it is kept; without what is null
	 */
	public static List<Map<String, Object>> read(JdbcClient jdbc, String sql, Collection<UUID> files, int most) {
		return jdbc.sql(sql + " limit ?")
			.params(files.toArray(UUID[]::new), most)
			.query((row, number) -> row(row))
			.list();
	}

	/**
	 * A row.
	 * @param row as the query gives it
	 * @return its values
	 * @throws SQLException if it cannot be read
	 */
	public static Map<String, Object> row(ResultSet row) throws SQLException {
		ResultSetMetaData columns = row.getMetaData();
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 1; i <= columns.getColumnCount(); i++) {
			Object value = value(row, i, columns.getColumnTypeName(i));
			if (value != null) {
				values.put(camelCase(columns.getColumnLabel(i)), value);
			}
		}
		return values;
	}

	private static @Nullable Object value(ResultSet row, int column, String type) throws SQLException {
		if (row.getObject(column) == null) {
			return null;
		}
		return switch (type) {
			case "timestamptz" -> row.getObject(column, OffsetDateTime.class).toInstant();
			case "date" -> row.getObject(column, LocalDate.class);
			case "json", "jsonb" -> JSON.readTree(row.getString(column));
			case "bytea" -> throw new IllegalStateException("bytes are not exported: " + column);
			default -> plain(row.getObject(column));
		};
	}

	private static Object plain(Object value) throws SQLException {
		return (value instanceof Array array) ? new ArrayList<>(Arrays.asList((Object[]) array.getArray())) : value;
	}

	private static String camelCase(String column) {
		StringBuilder name = new StringBuilder();
		boolean up = false;
		for (char letter : column.toCharArray()) {
			if (letter == '_') {
				up = true;
			}
			else {
				name.append(up ? Character.toUpperCase(letter) : letter);
				up = false;
			}
		}
		return name.toString();
	}

}
