package org.huiling.applicant.register.recording;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that may be one person's: name and birth date are the same, and one of them at
 * least has no resident id to tell them apart. Only files are named that the caller may
 * see; of others nothing is said, so that nobody can try out who is on file elsewhere.
 */
@Component
public class Namesakes {

	private static final String FIELD = "name";

	/** The code of warnings about a file on file, of which the number is mentioned. */
	public static final String CODE = "SAME_PERSON";

	private static final String CODE_IN_FILE = "SAME_PERSON_IN_FILE";

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	Namesakes(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Somebody who may have another file.
	 *
	 * @param id of their own file
	 * @param hashes of what is known of them last
	 */
	public record Person(UUID id, PersonHashes.Hashes hashes) {

		private boolean isIdentified() {
			return this.hashes.resident() != null;
		}

	}

	/** A warning about one person, if another file may be theirs. */
	Optional<RecordWarning> of(UUID person, PersonHashes.Hashes hashes, String visible) {
		if (hashes.person() == null) {
			return Optional.empty();
		}
		// a sum, so that nobody looks for the least number among all files
		return Optional.ofNullable(this.jdbc
			.sql("select min(a.file_number + 0) as number from applicant a where a.person_hash = ? and a.id <> ? and "
					+ visible + ((hashes.resident() != null) ? " and a.resident_hash is null" : ""))
			.params(hashes.person(), person)
			.query((row, number) -> row.getObject("number", Long.class))
			.list()
			.get(0)).map(Namesakes::onFile);
	}

	/**
	 * Warnings about people of an import of whom a file may be on file already. Within a
	 * transaction.
	 * @param people whatever they are called
	 * @param run the import
	 * @param own the regions of whoever imports
	 * @param <K> the type of what they are called
	 * @return by what they are called; those of whom nothing is to be said are not there
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public <K> Map<K, RecordWarning> of(Map<K, Person> people, UUID run, RegionScope own) {
		Map<String, Found> any = find(people.values(), false, run, own);
		Map<String, Found> unidentified = find(people.values(), true, run, own);
		Map<K, RecordWarning> warnings = new HashMap<>();
		people.forEach((called, person) -> {
			byte[] hash = person.hashes().person();
			Found found = (hash == null) ? null : (person.isIdentified() ? unidentified : any).get(key(hash));
			if (found != null && found.file().equals(person.id())) {
				of(person.id(), person.hashes(), Visibility.condition(own, "a.id"))
					.ifPresent((warning) -> warnings.put(called, warning));
			}
			else if (found != null) {
				warnings.put(called, found.warning());
			}
		});
		return warnings;
	}

	/** The first file of each. */
	private record Found(UUID file, RecordWarning warning) {
	}

	/** Whoever has a resident id is compared with those only who have none. */
	private Map<String, Found> find(Collection<Person> people, boolean identified, UUID run, RegionScope own) {
		byte[][] asked = people.stream()
			.filter((person) -> person.isIdentified() == identified)
			.map((person) -> person.hashes().person())
			.filter((hash) -> hash != null)
			.toArray(byte[][]::new);
		Map<String, Found> found = new HashMap<>();
		if (asked.length == 0) {
			return found;
		}
		// a table that grows by an import has no statistics yet that tell of its index
		this.jdbc.sql("set local enable_seqscan = off").update();
		this.jdbc
			.sql("select distinct on (a.person_hash) a.person_hash, a.id, a.file_number, case when a.import_run = ?"
					+ " then a.import_line end as line from applicant a where a.person_hash = any(?)"
					+ (identified ? " and a.resident_hash is null" : "") + " and " + Visibility.condition(own, "a.id")
					+ " order by a.person_hash, a.id")
			.params(run, asked)
			.query((row) -> {
				Long line = row.getObject("line", Long.class);
				found.put(key(row.getBytes("person_hash")), new Found(row.getObject("id", UUID.class),
						(line != null) ? inFile(line) : onFile(row.getLong("file_number"))));
			});
		this.jdbc.sql("set local enable_seqscan to default").update();
		return found;
	}

	/**
	 * A warning that a person stands twice in a file.
	 * @param line on which they stood before
	 * @return the warning
	 */
	public static RecordWarning inFile(long line) {
		return new RecordWarning(CODE_IN_FILE, FIELD, List.of(line));
	}

	/**
	 * Whether a warning says that a person stands twice in a file.
	 * @param warning any, or null
	 * @return true for {@link #inFile}
	 */
	public static boolean isInFile(@Nullable RecordWarning warning) {
		return warning != null && CODE_IN_FILE.equals(warning.code());
	}

	/**
	 * Notes that the caller was told of a person's namesake. Within a transaction.
	 * @param warning as the caller sees it
	 */
	void told(RecordWarning warning) {
		people(List.of(String.valueOf(warning.arguments().get(0))))
			.forEach((file) -> this.audit.record(AuditAction.NAMESAKE_FOUND, file.toString(), Map.of("by", "RECORD")));
	}

	/**
	 * Notes that an import told of files that may be the same people's. Within a
	 * transaction.
	 * @param numbers of the files, as the warnings mention them
	 * @param run the import
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void told(Collection<String> numbers, UUID run) {
		if (!numbers.isEmpty()) {
			this.audit.recordOf(AuditAction.NAMESAKE_FOUND, run.toString(), Map.of("by", "IMPORT"), people(numbers));
		}
	}

	/**
	 * Whose files some numbers are.
	 * @param numbers as warnings mention them
	 * @return the ids
	 */
	public List<UUID> people(Collection<String> numbers) {
		return numbers.isEmpty() ? List.of()
				: this.jdbc.sql("select id from applicant where file_number = any(?) order by id")
					.param(numbers.stream().map((number) -> FileNumber.read(number).count()).toArray(Long[]::new))
					.query(UUID.class)
					.list();
	}

	private static RecordWarning onFile(long fileNumber) {
		return new RecordWarning(CODE, FIELD, List.of(new FileNumber(fileNumber).toString()));
	}

	private static String key(byte[] hash) {
		return new String(hash, StandardCharsets.ISO_8859_1);
	}

}
