package org.huiling.web.casework.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.expression.ExpressionException;
import org.huiling.facts.expression.ExpressionReader;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a browser is told of a condition under which a fact is asked for. */
class AskedWhenTests {

	private static final Set<String> ASKED = Set.of("household.dibao.type", "household.size", "household.livingAlone",
			"hukou.since", "statuses");

	private final Dictionary dictionary;

	AskedWhenTests() throws IOException {
		this.dictionary = FactFiles.read(Path.of("rules/facts")).dictionary();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"household.dibao.type != DibaoType.NONE | {\"fact\":\"household.dibao.type\",\"is\":\"!=\",\"than\":\"NONE\",\"as\":\"text\",\"none\":false}",
			"household.livingAlone | {\"fact\":\"household.livingAlone\",\"is\":\"==\",\"than\":\"true\",\"as\":\"text\",\"none\":false}",
			"2 < household.size | {\"fact\":\"household.size\",\"is\":\">\",\"than\":\"2\",\"as\":\"number\",\"none\":false}",
			"not hukou.since < \"1950-01-01\" | {\"not\":{\"fact\":\"hukou.since\",\"is\":\"<\",\"than\":\"1950-01-01\",\"as\":\"date\",\"none\":false}}",
			"household.livingAlone and sex == Sex.MALE | {\"all\":[{\"fact\":\"household.livingAlone\",\"is\":\"==\",\"than\":\"true\",\"as\":\"text\",\"none\":false},null]}",
			"household.livingAlone or careLevel > 1 | {\"any\":[{\"fact\":\"household.livingAlone\",\"is\":\"==\",\"than\":\"true\",\"as\":\"text\",\"none\":false},false]}" })
	void isAComparisonOfOneFieldOrSeveralOfThem(String condition, String told) {
		assertThat(of(condition)).isEqualTo(told);
	}

	/** Then the field is always shown. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "careLevel > 1", "sex == Sex.MALE", "holds(statuses, StatusKind.TEKUN)",
			"household.size > whole(careLevel / 2)" })
	void isNothingWhereTheFormCannotSettleIt(String condition) {
		assertThat(of(condition)).isNull();
	}

	private String of(String condition) {
		FactRecord known = this.dictionary.shape().record().put("careLevel", 1).build();
		AskedWhen conditions = new AskedWhen(this.dictionary, ASKED::contains, new AsRecorded(this.dictionary, known));
		try {
			return conditions.of(ExpressionReader.read(condition));
		}
		catch (ExpressionException wrong) {
			throw new AssertionError(Objects.toString(wrong.getMessage()), wrong);
		}
	}

}
