package org.huiling.projection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyBook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose answers a draft may change. */
class TouchedProgramsTests {

	private static final Path SHIPPED = Path.of("rules/model-district");

	@TempDir
	Path rules;

	/**
	 * In months in which nothing excludes anybody any more, nor where a program began.
	 */
	@Test
	void whoeverIsExcludedNoLongerIsTouched() throws IOException {
		PolicyBook before = book("before", "");
		PolicyBook after = book("after", "effectiveTo: 2015-12-31\n");
		Set<String> touched = TouchedPrograms.between(before, after, YearMonth.of(2016, 1), YearMonth.of(2016, 12),
				(one, other) -> !Objects.equals(digest(one), digest(other)));
		assertThat(touched).contains("living-subsidy", "low-income-top-up").doesNotContain("medical-reimbursement");
	}

	private static @Nullable String digest(@Nullable CompiledPolicy policy) {
		return (policy != null) ? policy.digest() : null;
	}

	/** The first version of each program, and exclusions that begin after all of them. */
	private PolicyBook book(String name, String header) throws IOException {
		Path district = this.rules.resolve(name).resolve(SHIPPED.getFileName());
		FileSystemUtils.copyRecursively(SHIPPED, district);
		for (String program : List.of("living-subsidy", "low-income-top-up")) {
			try (Stream<Path> versions = Files.list(district.resolve(program))) {
				for (Path later : versions.filter(Files::isDirectory).sorted().skip(1).toList()) {
					FileSystemUtils.deleteRecursively(later);
				}
			}
		}
		FileSystemUtils.deleteRecursively(district.resolve("stacking/2012-01-01"));
		Path stacking = district.resolve("stacking/2013-01-01/policy.yaml");
		Files.writeString(stacking, Files.readString(stacking).replace("published:", header + "published:"));
		return PolicyBook.read(district);
	}

}
