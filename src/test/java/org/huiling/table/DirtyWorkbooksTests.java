package org.huiling.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.huiling.Samples;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Thousands of workbooks in every dress: the reader comes to what a slow, plain one does,
 * every row is counted, and none changes what becomes of another.
 */
class DirtyWorkbooksTests {

	private static final Pattern FAULT = Pattern.compile("[A-Z]{4,}_[A-Z]{3,}");

	private final Random random = new Random(Samples.seed() ^ 0xB00C);

	@Test
	void whateverAWorkbookIsDressedInEachOfItsRowsIsReadOrRefused() throws IOException, SAXException {
		Set<String> faults = new TreeSet<>();
		int rows = 0;
		for (int i = 0; i < Samples.of(2500, 250); i++) {
			DirtyBook book = new DirtyBook(this.random);
			if (this.random.nextInt(4) == 0) {
				book.merge();
			}
			byte[] file = book.bytes();
			List<String> read = read(file);
			assertThat(read).as("book %d", i).isEqualTo(new SlowBook(file).rows(DirtyBook.KNOWN::contains));
			rows += read.size();
			read.forEach((row) -> FAULT.matcher(row).results().forEach((fault) -> faults.add(fault.group())));
		}
		assertThat(rows).isGreaterThan(2500);
		assertThat(faults).contains("ABOVE_HEADER", "CELL_ERROR", "HIDDEN_ROW", "LOST_DIGITS", "MERGED_ROWS");
	}

	@Test
	void noRowChangesWhatBecomesOfAnother() throws IOException {
		int compared = 0;
		for (int i = 0; i < Samples.of(1000, 100); i++) {
			DirtyBook book = new DirtyBook(this.random);
			List<String> before = readOrRefused(book.bytes());
			if (book.damage() < 0) {
				continue;
			}
			List<String> after = readOrRefused(book.bytes());
			List<String> gone = new ArrayList<>(before);
			gone.removeAll(after);
			List<String> come = new ArrayList<>(after);
			come.removeAll(before);
			assertThat(gone.size()).as("%s%n%s", before, after).isLessThanOrEqualTo(1);
			assertThat(come.size()).as("%s%n%s", before, after).isLessThanOrEqualTo(1);
			compared += gone.size();
		}
		assertThat(compared).isPositive();
	}

	@Test
	void aBrokenWorkbookIsReadAsItStandsOrRefused() throws IOException {
		int refused = 0;
		for (int i = 0; i < Samples.of(1500, 150); i++) {
			byte[] file = new DirtyBook(this.random).broken();
			List<String> expected = expected(file);
			List<String> actual = readOrRefused(file);
			assertThat(actual).as("book %d", i).isEqualTo(expected);
			refused += actual.equals(List.of("refused")) ? 1 : 0;
		}
		assertThat(refused).isPositive();
	}

	private static List<String> expected(byte[] file) throws IOException {
		try {
			return new SlowBook(file).rows(DirtyBook.KNOWN::contains);
		}
		catch (SAXException | NumberFormatException ex) {
			return List.of("refused");
		}
	}

	@Test
	void whatIsCutOffOrNoWorkbookIsRefused() throws IOException {
		byte[] file = new DirtyBook(this.random).bytes();
		for (int i = 0; i < Samples.of(200, 40); i++) {
			refused(Arrays.copyOf(file, 5 + this.random.nextInt(file.length - 5)));
		}
		refused(zip("document.xml", "<document/>"));
		refused(zip("名单.csv", "id,name\n1,a\n"));
		refused(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
				(byte) 0xE1 });
		refused("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>id</td></tr></table></html>"
			.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] zip(String name, String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private static void refused(byte[] file) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(file))
			.satisfies((refusal) -> assertThat(refusal.status()).isEqualTo(400));
	}

	private static List<String> readOrRefused(byte[] file) throws IOException {
		try {
			return read(file);
		}
		catch (InvalidInput ex) {
			return List.of("refused");
		}
	}

	private static List<String> read(byte[] file) throws IOException {
		List<String> rows = new ArrayList<>();
		try (Table table = Table.open(new ByteArrayInputStream(file), null, DirtyBook.KNOWN::contains)) {
			for (TableRow row = table.next(); row != null; row = table.next()) {
				rows.add(row.number() + " " + ((row.fault() != null) ? row.fault().toString()
						: row.cells() + (row.damaged().isEmpty() ? "" : " " + new TreeMap<>(row.damaged()))));
			}
		}
		return rows;
	}

}
