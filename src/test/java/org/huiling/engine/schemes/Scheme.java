package org.huiling.engine.schemes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.engine.Assessment;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Shelf;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.facts.Code;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * A benefit of another country or city below {@code test-data/schemes}, read by its own
 * fact files beside those that come with the program.
 */
final class Scheme {

	private static final Path SCHEMES = Path.of("test-data/schemes");

	private final Path jurisdiction;

	private final Dictionary dictionary;

	private final PolicyCompiler compiler;

	private final Shelf shelf;

	private Scheme(Path jurisdiction) throws IOException {
		this.jurisdiction = jurisdiction;
		FactFiles files = FactFiles.shipped();
		for (var own : FactFiles.read(jurisdiction.resolveSibling(FactFiles.DIRECTORY)).files().entrySet()) {
			files = files.with(own.getKey(), own.getValue());
		}
		this.dictionary = Objects.requireNonNull(files.dictionary());
		FactReading reading = new FactReading(this.dictionary);
		this.compiler = new PolicyCompiler(() -> reading);
		this.shelf = shelf();
	}

	/**
	 * A scheme.
	 * @param jurisdiction such as {@code canada/canada}: the country's directory, and the
	 * jurisdiction in it
	 * @return with every version compiled
	 */
	static Scheme of(String jurisdiction) {
		try {
			return new Scheme(SCHEMES.resolve(jurisdiction));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Shelf shelf() throws IOException {
		List<CompiledPolicy> compiled = new ArrayList<>();
		for (VersionDirectory version : versions()) {
			compiled.add(this.compiler.compile(version.files(), version.program(), ClassStore.NONE));
		}
		return new Shelf(versions().get(0).jurisdiction(), compiled);
	}

	private List<VersionDirectory> versions() throws IOException {
		List<VersionDirectory> versions = new ArrayList<>();
		try (Stream<Path> paths = Files.walk(this.jurisdiction, 3)) {
			for (Path path : (Iterable<Path>) paths.filter((one) -> one.endsWith("policy.yaml")).sorted()::iterator) {
				versions.add(VersionDirectory.read(path.getParent()));
			}
		}
		return versions;
	}

	/** What the check of an author finds, by version. */
	Map<String, CheckReport> checks() {
		Map<String, CheckReport> reports = new LinkedHashMap<>();
		try {
			for (VersionDirectory version : versions()) {
				reports.put(version.program().id() + " " + version.files().version(), this.compiler.check(version));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return reports;
	}

	/**
	 * The rows of a table of cases beside the jurisdictions: by the names in its header,
	 * empty cells left out; {@code -} is a list of codes without any.
	 */
	List<Map<String, String>> cases(String file) {
		try {
			List<String> lines = Files.readAllLines(this.jurisdiction.resolveSibling(file));
			String[] header = lines.get(0).split(",");
			return lines.stream().skip(1).map((line) -> row(header, line.split(",", -1))).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> row(String[] header, String[] cells) {
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < cells.length; i++) {
			if (!cells[i].isEmpty()) {
				row.put(header[i], cells[i]);
			}
		}
		return row;
	}

	/** The facts among the columns of a row. */
	List<String> facts(Map<String, String> row) {
		return row.keySet().stream().filter((name) -> this.dictionary.fact(name) != null).toList();
	}

	/**
	 * The answer for the person of a row, one fact of whom may be unknown. A list of whom
	 * a row names fields ({@code careStays[].cost}) has one item.
	 */
	Assessment ask(String program, String period, Map<String, String> row, @Nullable String unknown) {
		FactRecord.Builder person = this.dictionary.shape().record();
		Map<String, FactRecord.Builder> items = new LinkedHashMap<>();
		for (String name : facts(row)) {
			if (!name.equals(unknown)) {
				Fact fact = Objects.requireNonNull(this.dictionary.fact(name));
				String list = fact.list();
				FactRecord.Builder of = (list == null) ? person
						: items.computeIfAbsent(list, (one) -> this.dictionary.shape().items(one).record());
				of.put((list == null) ? name : name.substring(list.length() + "[].".length()),
						value(fact, row.get(name)));
			}
		}
		items.forEach((list, item) -> person.put(list, List.of(item.build())));
		FactRecord record = person.build();
		return this.shelf.ask(program, period, (day) -> record).answer();
	}

	Assessment ask(String program, String period, Map<String, String> row) {
		return ask(program, period, row, null);
	}

	private static Object value(Fact fact, String cell) {
		return switch (fact.type()) {
			case BOOLEAN -> Boolean.valueOf(cell);
			case INTEGER -> Integer.valueOf(cell);
			case MONEY, DECIMAL -> new BigDecimal(cell);
			case DATE -> LocalDate.parse(cell);
			case CODE -> Code.of(Objects.requireNonNull(fact.codes()).name(), cell);
			case CODES -> Stream.of(cell.split(" "))
				.filter((one) -> !one.equals("-"))
				.map((one) -> Code.of(Objects.requireNonNull(fact.codes()).name(), one))
				.toList();
			case REGION, TEXT -> cell;
		};
	}

}
