package org.huiling.policy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.engine.files.PolicyFiles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes a version that differs from another one in a word, as if it were approved.
 */
public final class PublishedVersions {

	private PublishedVersions() {
	}

	/**
	 * Publishes a version from now on.
	 * @param jdbc the database
	 * @param transaction in which version and files come
	 * @param catalogue takes it in
	 * @param like jurisdiction, program and version that it is like
	 * @param version its name
	 * @param changes what is written otherwise in {@code policy.yaml}, by what it was
	 */
	public static void add(JdbcClient jdbc, TransactionTemplate transaction, PolicyCatalogue catalogue,
			VersionLike like, String version, Map<String, String> changes) {
		elsewhere(jdbc, transaction, like, version, changes);
		catalogue.refresh();
	}

	/** The same by another instance: nobody tells this one. */
	public static void elsewhere(JdbcClient jdbc, TransactionTemplate transaction, VersionLike like, String version,
			Map<String, String> changes) {
		Map<String, byte[]> files = new TreeMap<>();
		jdbc.sql("select path, content from policy_file where jurisdiction = ? and program = ? and version = ?")
			.params(like.jurisdiction(), like.program(), like.version())
			.query((row) -> {
				files.put(row.getString("path"), row.getBytes("content"));
			});
		String policy = new String(files.get("policy.yaml"), StandardCharsets.UTF_8).replace(like.version(), version);
		for (Map.Entry<String, String> change : changes.entrySet()) {
			policy = policy.replace(change.getKey(), change.getValue());
		}
		files.put("policy.yaml", policy.getBytes(StandardCharsets.UTF_8));
		String digest = new PolicyFiles(like.jurisdiction(), like.program(), version, files).digest();
		transaction.executeWithoutResult((status) -> {
			jdbc.sql("""
					insert into policy_version (jurisdiction, program, version, digest, title_zh, title_en, basis,
						effective_from, published_at)
					select jurisdiction, program, ?, ?, title_zh, title_en, basis, cast(? as date), clock_timestamp()
					from policy_version where jurisdiction = ? and program = ? and version = ?""")
				.params(version, digest, version, like.jurisdiction(), like.program(), like.version())
				.update();
			files.forEach((path, content) -> jdbc.sql("insert into policy_file values (?, ?, ?, ?, ?)")
				.params(like.jurisdiction(), like.program(), version, path, content)
				.update());
		});
	}

	/** The version that another one is like. */
	public record VersionLike(String jurisdiction, String program, String version) {
	}

}
