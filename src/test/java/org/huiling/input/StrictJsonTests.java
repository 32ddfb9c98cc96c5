package org.huiling.input;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StrictJsonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-",
			value = { "{\"a\": NaN}                        | a        | MALFORMED_JSON",
					"{\"a\": Infinity}                   | a        | MALFORMED_JSON",
					"{\"a\": .5}                         | a        | MALFORMED_JSON",
					"{\"a\": 05}                         | a        | MALFORMED_JSON",
					"{\"a\": 1e9999999999}               | a        | TOO_COMPLEX",
					"{\"a\": 1e-9999999999}              | a        | TOO_COMPLEX",
					"{'a': 1}                            | ``       | MALFORMED_JSON",
					"{\"a\": [1, {\"b\": }]}             | a[1].b   | MALFORMED_JSON",
					"{\"a\": 1,}                         | a        | MALFORMED_JSON",
					"{\"a\": 1                           | a        | MALFORMED_JSON",
					"{\"a\": /* no */ 1}                 | a        | MALFORMED_JSON",
					"{\"a\": {\"b\": 1, \"b\": 2}}       | a.b      | DUPLICATE_PROPERTY",
					"{\"a\": [{\"b\": 1, \"\\u0062\": 2}]} | a[0].b | DUPLICATE_PROPERTY",
					"{} {}                               | ``       | TRAILING_CONTENT",
					"{} x                                | ``       | TRAILING_CONTENT",
					"``                                  | ``       | BODY_MISSING" })
	void refusesWhatIsNotOneJsonValue(String body, String field, String code) {
		FieldError error = refused(body.getBytes(StandardCharsets.UTF_8));
		assertThat(error.code()).isEqualTo(code);
		assertThat(error.field()).isEqualTo(field);
	}

	@Test
	void namesTheDuplicate() {
		assertThat(refused("{\"a\": {\"b\": 1, \"b\": 2}}".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(FieldError.of("a.b", "DUPLICATE_PROPERTY", "b", 1, 22));
	}

	@Test
	void saysWhere() {
		assertThat(refused("{\n  \"a\": NaN\n}".getBytes(StandardCharsets.UTF_8)).arguments()).first().isEqualTo(2);
	}

	@Test
	void neverQuotesTheInput() {
		assertThat(refused("{\"name\": \"王\", \"b\": 王秀英}".getBytes(StandardCharsets.UTF_8)).toString())
			.doesNotContain("王");
	}

	@ParameterizedTest
	@ValueSource(ints = { 51, 1000, 1_000_000 })
	void refusesDeepNesting(int levels) {
		assertThat(refused(("[".repeat(levels) + "]".repeat(levels)).getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(FieldError.of("[0]".repeat(51), "TOO_COMPLEX", 1, 52));
	}

	@Test
	void readsFiftyLevels() {
		assertThat(StrictJson.read(("[".repeat(50) + "]".repeat(50)).getBytes(StandardCharsets.UTF_8)).isArray())
			.isTrue();
	}

	@Test
	void refusesAbsurdLengths() {
		assertThat(refused(("{\"a\": \"" + "x".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8)).code())
			.isEqualTo("TOO_COMPLEX");
		assertThat(refused(("{\"a\": " + "1".repeat(101) + "}").getBytes(StandardCharsets.UTF_8)).code())
			.isEqualTo("TOO_COMPLEX");
		assertThat(refused(("{\"" + "k".repeat(5000) + "\": 1}").getBytes(StandardCharsets.UTF_8)).code())
			.isEqualTo("TOO_COMPLEX");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GB18030", "UTF-16", "UTF-16LE", "UTF-32" })
	void refusesOtherEncodings(String encoding) {
		FieldError error = refused("{\"name\": \"王秀英\"}".getBytes(Charset.forName(encoding)));
		assertThat(error.code()).isIn("WRONG_ENCODING", "MALFORMED_JSON");
	}

	@Test
	void saysWhereTheEncodingBreaks() {
		byte[] body = "{\n\"a\": \"?\"}".getBytes(StandardCharsets.UTF_8);
		body[8] = (byte) 0xff;
		assertThat(refused(body)).isEqualTo(FieldError.of("", "WRONG_ENCODING", 2, 7));
	}

	@Test
	void keepsEveryNumberExact() {
		byte[] body = "[0.1, 12000.00, 1e999999999, 1.005]".getBytes(StandardCharsets.UTF_8);
		assertThat(StrictJson.read(new ByteArrayInputStream(body)).values()).extracting((node) -> node.decimalValue())
			.containsExactly(new BigDecimal("0.1"), new BigDecimal("12000.00"), new BigDecimal("1e999999999"),
					new BigDecimal("1.005"));
	}

	@Test
	void ignoresAByteOrderMark() {
		assertThat(StrictJson.read("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).isObject()).isTrue();
	}

	private static FieldError refused(byte[] body) {
		InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> StrictJson.read(body));
		assertThat(refusal).isNotNull();
		assertThat(refusal.status()).isEqualTo(400);
		List<FieldError> errors = refusal.errors();
		assertThat(errors).hasSize(1);
		return errors.get(0);
	}

}
