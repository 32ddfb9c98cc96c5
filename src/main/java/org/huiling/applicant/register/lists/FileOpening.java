package org.huiling.applicant.register.lists;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.register.lookup.Visibility;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the files that lines of a list are about, all in a few queries, and locks those
 * that are to be written.
 */
@Component
class FileOpening {

	/** A merged file's number finds the file that goes on. */
	private static final String NUMBERED = """
			with recursive file (asked, id, next) as (
				select f.file_number, f.id, f.merged_into from applicant f where f.file_number = any(?)
				union all select file.asked, f.id, f.merged_into from applicant f join file on f.id = file.next)
			select asked, id from file where next is null""";

	private final PersonStore store;

	private final PersonHashes hashes;

	private final PlannedRecords planned;

	private final JdbcClient jdbc;

	FileOpening(PersonStore store, PersonHashes hashes, PlannedRecords planned, JdbcClient jdbc) {
		this.store = store;
		this.hashes = hashes;
		this.planned = planned;
		this.jdbc = jdbc;
	}

	OpenFiles open(List<PersonLine> lines, ListOrder order) {
		OpenFiles files = new OpenFiles();
		byte[][] residents = lines.stream()
			.filter((line) -> line.residentId() != null)
			.map((line) -> this.hashes.id(RecordLayout.subject(line.facts()),
					Objects.requireNonNull(line.residentId())))
			.toArray(byte[][]::new);
		Set<UUID> named = named(lines, files);
		named.addAll(this.jdbc.sql("select id from applicant where resident_hash = any(?)")
			.param(residents)
			.query(UUID.class)
			.list());
		if (order.dryRun()) {
			named.addAll(this.planned.holders(order.run(), residents));
		}
		this.store.histories(seen(named, order, files), true)
			.forEach((id, history) -> files.add(new OpenFile(id, null, history)));
		if (order.dryRun()) {
			this.planned.show(order.run(), named, files);
		}
		return files;
	}

	private Set<UUID> named(Collection<PersonLine> lines, OpenFiles files) {
		Long[] numbers = lines.stream()
			.map(PersonLine::fileNumber)
			.filter(Objects::nonNull)
			.map(FileNumber::count)
			.distinct()
			.toArray(Long[]::new);
		Set<UUID> named = new LinkedHashSet<>();
		if (numbers.length > 0) {
			this.jdbc.sql(NUMBERED).param(numbers).query((row) -> {
				UUID id = row.getObject("id", UUID.class);
				files.number(row.getLong("asked"), id);
				named.add(id);
			});
		}
		return named;
	}

	/** In one order, so that two lists do not wait for each other. */
	private Set<UUID> seen(Set<UUID> named, ListOrder order, OpenFiles files) {
		Set<UUID> seen = new LinkedHashSet<>();
		String sql = "select a.id, a.resident_hash, " + Visibility.condition(order.own(), "a.id")
				+ " as visible from applicant a where a.id = any(?) and a.merged_into is null and a.erased_at is null"
				+ " order by a.id" + (order.dryRun() ? "" : " for update of a");
		this.jdbc.sql(sql).param(named.toArray(UUID[]::new)).query((row) -> {
			UUID id = row.getObject("id", UUID.class);
			if (row.getBoolean("visible")) {
				seen.add(id);
			}
			byte[] hash = row.getBytes("resident_hash");
			if (hash != null) {
				files.holds(hash, id);
			}
		});
		return seen;
	}

}
