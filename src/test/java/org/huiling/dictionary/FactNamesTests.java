package org.huiling.dictionary;

import java.util.Locale;

import org.huiling.engine.files.FactFiles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is said of facts to people is said in the words of the dictionary. */
class FactNamesTests {

	private final FactNames names = FactNames.of(FactFiles.shipped().dictionary());

	@Test
	void aFactIsSaidByItsPathOrByTheWordOfItsPattern() {
		assertThat(this.names.phrase("hukou.since", Locale.ENGLISH)).isEqualTo("hukou since");
		assertThat(this.names.phrase("poor", Locale.CHINESE)).isEqualTo("低保或特困");
		assertThat(this.names.phrase("kind", Locale.ENGLISH)).isEqualTo("kind of claim");
		assertThat(this.names.phrase("claims.kind", Locale.ENGLISH)).as("beside its list")
			.isEqualTo("kind of the claim");
		assertThat(this.names.phrase("ownPayment", Locale.ENGLISH)).as("no fact of the dictionary").isNull();
		assertThat(this.names.denied("tekun", Locale.ENGLISH)).isEqualTo("not a tekun person");
		assertThat(this.names.denied("household.size", Locale.ENGLISH)).isNull();
	}

	@Test
	void codesAreSaidInSentencesAndOfferedInForms() {
		assertThat(this.names.code("StatusKind", "TEKUN", Locale.ENGLISH)).isEqualTo("tekun");
		assertThat(this.names.value("statuses.kind", "TEKUN", Locale.ENGLISH)).isNull();
		assertThat(this.names.value("statuses", "TEKUN", Locale.ENGLISH)).isEqualTo("Tekun (extreme poverty)");
		assertThat(this.names.value("kind", "INPATIENT", Locale.ENGLISH)).as("a word of a pattern").isNull();
		assertThat(this.names.value("careLevel", "3", Locale.CHINESE)).isEqualTo("重度失能");
		assertThat(this.names.value("pension.monthlyAmount", "0", Locale.CHINESE)).as("words for tables only").isNull();
		assertThat(this.names.code("StatusKind", "NONE", Locale.ENGLISH)).isNull();
		assertThat(this.names.codeType("statuses")).isEqualTo("StatusKind");
		assertThat(this.names.codeType("hospitalTier")).isEqualTo("HospitalTier");
		assertThat(this.names.codeType("year")).isNull();
	}

}
