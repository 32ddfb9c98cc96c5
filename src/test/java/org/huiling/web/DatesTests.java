package org.huiling.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.facts.CivilTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Instants are shown as the day and hour it was where people live. */
class DatesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path PAGES = Path.of("src/main/java/org/huiling/web");

	private static final String SHOWN = "dates\\.day\\(\\w+\\.get\\('\\w+At'\\)\\.asString\\(\\)\\)";

	private static final Pattern CUT = Pattern.compile("At'\\)\\.asString");

	private final Dates dates = new Dates(Clock.system(CivilTime.ZONE));

	@Test
	void theMorningOfADayIsThatDay() {
		assertThat(this.dates.day(Instant.parse("2013-07-27T23:30:15Z"))).isEqualTo("2013-07-28");
		assertThat(this.dates.minute(Instant.parse("2013-07-27T23:30:15Z"))).isEqualTo("2013-07-28 07:30");
		assertThat(this.dates.second(Instant.parse("2013-07-27T15:59:59Z"))).isEqualTo("2013-07-27 23:59:59");
	}

	@Test
	void noPageCutsAnInstant() throws IOException {
		for (Path page : files(TEMPLATES)) {
			String text = Files.readString(page).replaceAll(SHOWN, "");
			assertThat(text.contains("#strings.substring")).as("%s", page).isFalse();
			assertThat(CUT.matcher(text).find()).as("%s shows an instant as it is", page).isFalse();
		}
	}

	@Test
	void pagesFormatInstantsInOnePlace() throws IOException {
		for (Path page : files(PAGES)) {
			if (!page.endsWith("Dates.java")) {
				assertThat(Files.readString(page)).as("%s", page).doesNotContain("DateTimeFormatter", "ZoneOffset");
			}
		}
	}

	private static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
