package org.huiling.storage.embedded;

import org.huiling.storage.StorageFailureAnalyzer;
import org.huiling.storage.StorageUnavailable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDefaultsTests {

	@Test
	void theTrialSetUpIsReachableFromThisMachineOnlyAndImportsRules() {
		MockEnvironment environment = new MockEnvironment();
		new EmbeddedDefaults().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
		assertThat(environment.getProperty("huiling.rules-import")).isEqualTo("ALWAYS");
	}

	@Test
	void theOperatorsSettingsWin() {
		MockEnvironment environment = new MockEnvironment().withProperty("server.address", "10.0.0.1");
		new EmbeddedDefaults().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("server.address")).isEqualTo("10.0.0.1");
	}

	@Test
	void anExternalDatabaseHasNoSuchDefaults() {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url",
				"jdbc:postgresql://db/huiling");
		new EmbeddedDefaults().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("server.address")).isNull();
		assertThat(environment.getProperty("huiling.rules-import")).isNull();
	}

	@Test
	void aFailureIsToldInTwoSentences() {
		StorageUnavailable failure = new StorageUnavailable("It is in use.", "Stop the other one.", null);
		FailureAnalysis analysis = new StorageFailureAnalyzer().analyze(new IllegalStateException(failure));
		assertThat(analysis.getDescription()).isEqualTo("It is in use.");
		assertThat(analysis.getAction()).isEqualTo("Stop the other one.");
	}

}
