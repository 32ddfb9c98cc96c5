package org.huiling.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a database as they are there. */
final class Tables {

	/** Kept by Flyway itself. */
	static final String HISTORY = "flyway_schema_history";

	/** Filled again by whoever needs it. */
	static final List<String> FILLED_AGAIN = List.of("compiled_policy");

	private static final String NAMES = "select c.relname from pg_class c where c.relkind in ('r', 'p')"
			+ " and c.relnamespace = current_schema()::regnamespace order by 1";

	private static final String COLUMNS = "select a.attname from pg_attribute a where a.attrelid = ?::regclass"
			+ " and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum";

	private static final String REFERENCES = "select distinct t.relname, r.relname from pg_constraint c"
			+ " join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid"
			+ " where c.contype = 'f' and t.oid <> r.oid and c.connamespace = current_schema()::regnamespace";

	private final Connection connection;

	Tables(Connection connection) {
		this.connection = connection;
	}

	/** All of them, Flyway's own among them. */
	Set<String> all() throws SQLException {
		return new TreeSet<>(texts(NAMES));
	}

	/** Those that are copied: each after those that it refers to. */
	List<String> copied() throws SQLException {
		Set<String> names = all();
		names.remove(HISTORY);
		FILLED_AGAIN.forEach(names::remove);
		Map<String, Set<String>> referred = new TreeMap<>();
		names.forEach((name) -> referred.put(name, new TreeSet<>()));
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery(REFERENCES)) {
			while (row.next()) {
				if (names.contains(row.getString(1)) && names.contains(row.getString(2))) {
					referred.computeIfAbsent(row.getString(1), (name) -> new TreeSet<>()).add(row.getString(2));
				}
			}
		}
		Set<String> ordered = new LinkedHashSet<>();
		while (ordered.size() < names.size()) {
			List<String> next = referred.entrySet()
				.stream()
				.filter((each) -> !ordered.contains(each.getKey()) && ordered.containsAll(each.getValue()))
				.map(Map.Entry::getKey)
				.toList();
			if (next.isEmpty()) {
				throw new IllegalStateException("tables refer to each other in a circle: " + referred.keySet());
			}
			ordered.addAll(next);
		}
		return List.copyOf(ordered);
	}

	List<String> columns(String table) throws SQLException {
		List<String> columns = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement(COLUMNS)) {
			statement.setString(1, quoted(table));
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					columns.add(row.getString(1));
				}
			}
		}
		return columns;
	}

	Map<String, Manifest.Sequence> sequences() throws SQLException {
		Map<String, Manifest.Sequence> sequences = new LinkedHashMap<>();
		for (String name : texts(
				"select sequencename from pg_sequences where schemaname = current_schema() order by 1")) {
			try (Statement statement = this.connection.createStatement();
					ResultSet row = statement.executeQuery("select last_value, is_called from " + quoted(name))) {
				row.next();
				sequences.put(name, new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
			}
		}
		return sequences;
	}

	List<String> texts(String query) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			while (row.next()) {
				texts.add(row.getString(1));
			}
		}
		return texts;
	}

	String text(String query) throws SQLException {
		return texts(query).get(0);
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** That values are written the same way wherever this runs. */
	void speakPlainly() throws SQLException {
		execute("set timezone to 'UTC'");
		execute("set datestyle to 'ISO, YMD'");
		execute("set bytea_output to 'hex'");
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	static String listed(List<String> columns) {
		return String.join(", ", columns.stream().map(Tables::quoted).toList());
	}

}
