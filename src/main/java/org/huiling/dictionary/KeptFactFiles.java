package org.huiling.dictionary;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.FactFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The fact files that were in force, revision by revision, in the database. Only files
 * that are a dictionary come here.
 */
@Repository
class KeptFactFiles {

	private static final String LAST = "select revision, digest from dictionary_revision order by revision desc limit 1";

	private final JdbcClient jdbc;

	KeptFactFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A revision.
	 *
	 * @param number from 1
	 * @param digest over its files
	 */
	private record Revision(int number, String digest) {
	}

	/**
	 * Files of a revision.
	 *
	 * @param revision its number, from 1
	 * @param files what it consists of
	 */
	record Kept(int revision, FactFiles files) {
	}

	/**
	 * Keeps the files that are in force, unless they are the last ones that were kept.
	 * @param digest over all of them
	 * @return the number of their revision
	 */
	@Transactional
	public int keep(FactFiles files, String digest) {
		// instances that start together agree on the numbers
		this.jdbc.sql("lock table dictionary_revision in share row exclusive mode").update();
		Revision last = last();
		if (last != null && last.digest().equals(digest)) {
			return last.number();
		}
		int next = (last != null) ? last.number() + 1 : 1;
		this.jdbc.sql("insert into dictionary_revision (revision, digest) values (?, ?)").params(next, digest).update();
		files.files()
			.forEach((name, content) -> this.jdbc
				.sql("insert into dictionary_file (revision, name, content) values (?, ?, ?)")
				.params(next, name, content)
				.update());
		return next;
	}

	/**
	 * The files that were kept last.
	 * @return null if none were yet
	 */
	@Nullable Kept latest() {
		Revision last = last();
		if (last == null) {
			return null;
		}
		Map<String, byte[]> files = new TreeMap<>();
		this.jdbc.sql("select name, content from dictionary_file where revision = ?")
			.param(last.number())
			.query((row, number) -> files.put(row.getString("name"), row.getBytes("content")))
			.list();
		return new Kept(last.number(), new FactFiles(files));
	}

	private @Nullable Revision last() {
		List<Revision> last = this.jdbc.sql(LAST)
			.query((row, number) -> new Revision(row.getInt("revision"), row.getString("digest")))
			.list();
		return last.isEmpty() ? null : last.get(0);
	}

}
