package org.huiling.applicant.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.huiling.account.RegionScope;
import org.huiling.applicant.ImportMode;
import org.huiling.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the made-up people of {@code test-data/} into an empty trial database. */
@Component
@ConditionalOnBooleanProperty("huiling.sample")
class SamplePeopleLoader implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(SamplePeopleLoader.class);

	private static final Path FILE = Path.of("test-data", "applicants.csv");

	private final Importer importer;

	private final JdbcClient jdbc;

	SamplePeopleLoader(Importer importer, JdbcClient jdbc) {
		this.importer = importer;
		this.jdbc = jdbc;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		boolean empty = this.jdbc.sql("select not exists (select from applicant)").query(Boolean.class).single();
		if (!empty || !Files.isRegularFile(FILE)) {
			return;
		}
		try (InputStream file = Files.newInputStream(FILE)) {
			ImportRun run = this.importer.run(new ImportOrder(ImportOrder.Format.CSV, StandardCharsets.UTF_8,
					ImportMode.ADD, false, null, null, AuditTrail.SYSTEM, RegionScope.EVERYWHERE), file);
			logger.info("{} sample people from {} loaded, {} refused", run.accepted(), FILE, run.refused());
		}
	}

}
