package org.huiling.storage;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/** A configured database that cannot be used is named in two sentences. */
class UnreachableDatabaseTests {

	private final UnreachableDatabaseAnalyzer analyzer = new UnreachableDatabaseAnalyzer();

	@ParameterizedTest
	@CsvSource({ "Connection refused, 08001", "password authentication failed, 28P01", "no such database, 3D000" })
	void saysWhatIsWrongAndWhichSettingsToLookAt(String message, String state) {
		FailureAnalysis analysis = this.analyzer
			.analyze(new IllegalStateException("context", new SQLException(message, state)));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains(message);
		assertThat(analysis.getAction()).contains("spring.datasource.url", "spring.datasource.password");
	}

	@Test
	void otherFailuresOfTheDatabaseKeepTheirTrace() {
		assertThat(this.analyzer.analyze(new IllegalStateException(new SQLException("syntax error", "42601"))))
			.isNull();
	}

}
