package org.huiling.applicant.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.TestFacts;
import org.huiling.applicant.ImportMode;
import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvRows;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every line of the sample organisations can be imported as it stands. */
class SampleOrganisationsTests {

	@Test
	void areReadAsOrganisationsWithoutAnError() throws Exception {
		ApplicantReader reader = TestFacts.on(LocalDate.of(2026, 1, 1));
		List<FactRecord> read = new ArrayList<>();
		try (LineSource rows = CsvRows.of(Files.newInputStream(Path.of("test-data/organisations.csv")), null,
				ImportMode.ADD, new ColumnsInForce(new DictionaryInForce(TestFacts.DICTIONARY)))) {
			for (ImportLine line = rows.next(); line != null; line = rows.next()) {
				assertThat(line.refusal()).as(line.text()).isNull();
				read.add(reader.read(line.given()).record());
			}
		}
		assertThat(read).hasSize(18).allMatch((one) -> one.subject() == Subject.ORGANISATION);
		assertThat(read).extracting(FactRecord::residentId).doesNotHaveDuplicates().doesNotContainNull();
	}

}
