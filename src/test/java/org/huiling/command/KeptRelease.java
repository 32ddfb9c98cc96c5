package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.huiling.operation.Manifest;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a release left behind, with people who are made up: a backup that was taken by it,
 * and what it answered about them. Later releases go on from there.
 *
 * @param directory the backup
 */
record KeptRelease(Path directory) {

	/** Where those of all releases lie. */
	static final Path ALL = Path.of("src/test/resources/releases");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Those that are kept. */
	static List<KeptRelease> all() throws IOException {
		try (Stream<Path> directories = Files.list(ALL)) {
			return directories.filter(Files::isDirectory).sorted().map(KeptRelease::new).toList();
		}
	}

	String version() {
		return String.valueOf(this.directory.getFileName());
	}

	Manifest manifest() {
		return Manifest.of(this.directory);
	}

	/** What was asked, and what was answered. */
	Map<String, JsonNode> answers() throws IOException {
		Map<String, JsonNode> answers = new TreeMap<>();
		JSON.readTree(Files.readAllBytes(file()))
			.properties()
			.forEach((each) -> answers.put(each.getKey(), each.getValue()));
		return answers;
	}

	void keep(Map<String, JsonNode> answers) throws IOException {
		Files.write(file(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(answers));
	}

	private Path file() {
		return this.directory.resolveSibling(version() + ".answers.json");
	}

	/** The rows of a table as they were kept, each as a line of text. */
	List<String> rows(Manifest.Table table) {
		try (InputStream file = new GZIPInputStream(
				Files.newInputStream(this.directory.resolve(table.name() + ".copy.gz")))) {
			return sorted(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The rows of a table as they are in a database now. */
	static List<String> rows(Connection connection, Manifest.Table table) throws SQLException, IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + named(table) + " to stdout", out);
		return sorted(out.toString(StandardCharsets.UTF_8));
	}

	/**
	 * Loads it into a database of its schema, however that was made.
	 * @param connection as the database's owner
	 */
	void load(Connection connection) throws SQLException, IOException {
		List<Manifest.Table> tables = manifest().tables();
		try (var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("set timezone to 'UTC'");
			for (Manifest.Table table : tables) {
				statement.execute("alter table " + table.name() + " disable trigger user");
			}
			statement
				.execute("truncate " + tables.stream().map(Manifest.Table::name).collect(Collectors.joining(", ")));
			for (Manifest.Table table : tables) {
				try (InputStream file = new GZIPInputStream(
						Files.newInputStream(this.directory.resolve(table.name() + ".copy.gz")))) {
					connection.unwrap(PGConnection.class)
						.getCopyAPI()
						.copyIn("copy " + named(table) + " from stdin", file);
				}
				statement.execute("alter table " + table.name() + " enable trigger user");
			}
			for (Manifest.Sequence sequence : manifest().sequences()) {
				statement.execute(
						"select setval('%s', %d, %s)".formatted(sequence.name(), sequence.value(), sequence.called()));
			}
			connection.commit();
			connection.setAutoCommit(true);
		}
	}

	private static String named(Manifest.Table table) {
		return table.name() + table.columns().stream().collect(Collectors.joining("\", \"", " (\"", "\")"));
	}

	private static List<String> sorted(String rows) {
		List<String> lines = new ArrayList<>(rows.lines().toList());
		lines.sort(null);
		return lines;
	}

}
