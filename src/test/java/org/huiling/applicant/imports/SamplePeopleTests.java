package org.huiling.applicant.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.applicant.ImportMode;
import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvRows;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.dictionary.DictionaryInForce;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SamplePeopleTests {

	@Test
	void theFileIsWhatTheGeneratorMakes() throws IOException {
		assertThat(Files.readString(SamplePeople.FILE)).isEqualTo(SampleTable.of(SamplePeople.all()));
	}

	@Test
	void everyRowReadsAsThePersonItWasMadeFrom() throws IOException {
		List<TestPerson> read = new ArrayList<>();
		LineSource rows = CsvRows.of(Files.newInputStream(SamplePeople.FILE), null, ImportMode.ADD,
				new ColumnsInForce(new DictionaryInForce(TestFacts.DICTIONARY)));
		for (ImportLine line = rows.next(); line != null; line = rows.next()) {
			read.add(TestPerson
				.of(TestFacts.on(LocalDate.of(2015, 1, 1)).read(Objects.requireNonNull(line.given())).record()));
		}
		assertThat(read).hasSize(SamplePeople.COUNT).isEqualTo(SamplePeople.all());
	}

	@Test
	void nobodyIsThereTwice() {
		assertThat(SamplePeople.all()).map((person) -> person.at("residentId"))
			.filteredOn(JsonNode::isString)
			.doesNotHaveDuplicates();
	}

}
