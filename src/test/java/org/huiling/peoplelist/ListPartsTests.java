package org.huiling.peoplelist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A list that is read in parts has the lines that it has when it is read whole. */
class ListPartsTests {

	private static final List<String> ROWS = List.of("甲,1933-02-15,379901003", ",1938-02-15,379901003", "乙,1940-13-01,",
			"\"丙, 丁\",1933-02-15,379901003", "\"two\nlines\",1933-02-15,", "\"never closed,1933-02-15,",
			"5\"3,1933-02-15,", "\"odd\" end,1933-02-15,", "", ",,", "合计,3,", "戊,1933-02-15,379901003,surplus",
			"a,1950-01-01,110101001");

	private final ListParts parts = new ListParts(new ListReading(TestFacts.DICTIONARY));

	private static List<String> told(LineSource lines) throws IOException {
		List<String> told = new ArrayList<>();
		for (ImportLine line = lines.next(); line != null; line = lines.next()) {
			told.add(line.number() + " " + line.text() + " " + line.given() + " "
					+ ((line.refusal() != null) ? line.refusal().errors() : ""));
		}
		return told;
	}

	private List<String> whole(String name, byte[] file) throws IOException {
		return told(new ListReading(TestFacts.DICTIONARY).open(name, new ByteArrayInputStream(file), null));
	}

	private int inParts(String name, byte[] file, long bytes) throws IOException {
		ListFile opened = (from) -> {
			InputStream stream = new ByteArrayInputStream(file);
			stream.skipNBytes(from);
			return stream;
		};
		List<ListPart> divided = this.parts.of(name, opened, bytes);
		List<String> told = new ArrayList<>();
		for (ListPart part : divided) {
			try (LineSource lines = this.parts.open(part, opened)) {
				told.addAll(told(lines));
			}
		}
		assertThat(told).isEqualTo(whole(name, file));
		return divided.size();
	}

	@Test
	void whateverStandsInATable() throws IOException {
		Random random = new Random(Samples.seed() ^ 0x9A27);
		int divided = 0;
		for (int i = 0; i < 200; i++) {
			boolean plain = random.nextBoolean();
			String end = random.nextBoolean() ? "\n" : "\r\n";
			StringBuilder text = new StringBuilder(random.nextBoolean() ? "2013年名单" + end : "");
			text.append("姓名,出生日期,户籍所在地").append(end);
			int rows = random.nextInt(150);
			for (int row = 0; row < rows; row++) {
				String one = ROWS.get(random.nextInt(ROWS.size()));
				boolean fits = !plain || !one.contains("\"");
				text.append(fits ? one.replace("\n", random.nextInt(4) == 0 ? "\n" : end) : "x,1933-02-15,")
					.append(end);
			}
			Charset charset = Charset.forName((random.nextInt(3) == 0) ? "GB18030" : "UTF-8");
			String mark = (charset.name().equals("UTF-8") && random.nextBoolean()) ? "\uFEFF" : "";
			divided += inParts("people.csv", (mark + text).getBytes(charset), 1 + random.nextInt(600));
		}
		assertThat(divided).isGreaterThan(600);
	}

	@Test
	void linesOfJson() throws IOException {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 50; i++) {
			text.append((i % 7 == 3) ? "{\"name\": \"甲\"\n" : "{\"birthDate\":\"1933-02-15\",\"name\":\"\\\"乙\"}\n\n");
		}
		assertThat(inParts("people.jsonl", text.toString().getBytes(Charset.forName("UTF-8")), 100)).isGreaterThan(10);
	}

	@Test
	void theListOfTheTrial() throws IOException {
		byte[] file = Files.readAllBytes(Path.of("test-data/applicants.csv"));
		assertThat(inParts("applicants.csv", file, 20_000)).isGreaterThan(5);
		assertThat(inParts("applicants.csv", file, 1 << 30)).isOne();
	}

}
