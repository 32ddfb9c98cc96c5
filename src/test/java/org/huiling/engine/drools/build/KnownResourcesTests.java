package org.huiling.engine.drools.build;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the class path has is looked up once, and what it lacks too. */
class KnownResourcesTests {

	private final List<String> asked = new ArrayList<>();

	private final KnownResources resources = new KnownResources(new ClassLoader(getClass().getClassLoader()) {
		@Override
		public URL getResource(String name) {
			KnownResourcesTests.this.asked.add(name);
			return super.getResource(name);
		}
	});

	@Test
	void theClassPathIsAskedOnceForWhatItHasAndForWhatItLacks() throws IOException {
		String there = "org/huiling/facts/Money.class";
		for (int i = 0; i < 3; i++) {
			assertThat(this.resources.getResource(there)).isEqualTo(getClass().getClassLoader().getResource(there));
			assertThat(this.resources.getResourceAsStream(there)).isNotEmpty();
			assertThat(this.resources.getResource("org/huiling/facts/Nothing.class")).isNull();
		}
		assertThat(this.asked).containsExactly(there, "org/huiling/facts/Nothing.class");
	}

	@Test
	void namesThatAuthorsMakeUpDoNotFillTheMemory() {
		for (int i = 0; i < KnownResources.MOST + 10; i++) {
			this.resources.getResource("policy/Word" + i + ".class");
		}
		assertThat(this.resources.size()).isBetween(1, KnownResources.MOST);
	}

}
