package org.huiling.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A record says what is read, what is refused and where. */
class RecordReaderTests {

	enum Colour {

		RED, GREEN

	}

	record Part(@Size(max = 5) String name, @Nullable BigDecimal price) {
	}

	record Whole(@Size(max = 10) String title, @Min(1) @Max(31) Integer day, @Nullable Colour colour,
			@Nullable Boolean open, @Nullable LocalDate on, @Nullable YearMonth month, @Nullable Instant at,
			@Nullable Part first, @Size(max = 2) @Nullable List<Part> parts,
			@Size(max = 3) @Nullable List<@Size(max = 4) String> words,
			@ReadBy(Even.class) @Nullable Integer even) implements Checked {

		@Override
		public void check(JsonFields fields) {
			if (this.day == 31 && "二月".equals(this.title)) {
				fields.refuse("day", ShapeFault.OUT_OF_RANGE, 1, 29);
			}
		}

	}

	private static final class Even implements FieldReader<Integer> {

		@Override
		public @Nullable Integer read(JsonFields fields, String name) {
			Integer number = fields.whole(name, 0, 100);
			if (number != null && number % 2 != 0) {
				fields.refuse(name, ShapeFault.OUT_OF_RANGE, 0, 100);
				return null;
			}
			return number;
		}

	}

	private static Whole read(String json) {
		return RecordReader.read(StrictJson.read(json.replace('\'', '"').getBytes()), Whole.class);
	}

	private static Stream<String> errors(String json) {
		try {
			read(json);
			return Stream.of();
		}
		catch (InvalidInput ex) {
			return ex.errors().stream().map((error) -> error.field() + " " + error.code());
		}
	}

	@Test
	void takesEveryComponent() {
		assertThat(
				read("{'title': '甲', 'day': 3, 'colour': 'RED', 'open': true, 'on': '2013-07-01', 'month': '2013-07',"
						+ " 'at': '2013-07-01T08:00:00+08:00', 'first': {'name': '乙', 'price': 3.5},"
						+ " 'parts': [{'name': '丙'}], 'words': ['一', '二'], 'even': 4}"))
			.isEqualTo(new Whole("甲", 3, Colour.RED, true, LocalDate.of(2013, 7, 1), YearMonth.of(2013, 7),
					Instant.parse("2013-07-01T00:00:00Z"), new Part("乙", new BigDecimal("3.50")),
					List.of(new Part("丙", null)), List.of("一", "二"), 4));
	}

	@Test
	void whatIsNotNullableMustBeThere() {
		assertThat(errors("{}")).containsExactly("title REQUIRED", "day REQUIRED");
		assertThat(errors("{'title': null, 'day': 1, 'first': {}}")).containsExactly("title REQUIRED",
				"first.name REQUIRED");
		assertThat(read("{'title': '甲', 'day': 1}").parts()).isNull();
	}

	@Test
	void everyErrorIsNamedAtOnce() {
		assertThat(errors("{'titel': '甲', 'title': '01234567890', 'day': 32, 'colour': 'BLUE', 'open': 'yes',"
				+ " 'on': '2013-02-30', 'month': '2013-13', 'at': '2013-07-01', 'first': {'name': '一二三四五六', 'price': -1},"
				+ " 'parts': [{'name': '丙', 'x': 1}, 3], 'words': [], 'even': 3}"))
			.containsExactly("titel UNKNOWN_PROPERTY", "title TOO_LONG", "day OUT_OF_RANGE", "colour UNKNOWN_CODE",
					"open WRONG_TYPE", "on INVALID_DATE", "month INVALID_MONTH", "at INVALID_INSTANT",
					"first.name TOO_LONG", "first.price NEGATIVE", "parts[0].x UNKNOWN_PROPERTY", "parts[1] WRONG_TYPE",
					"words EMPTY_LIST", "even OUT_OF_RANGE");
	}

	@ParameterizedTest
	@CsvSource({ "3, day WRONG_TYPE", "3.5, day NOT_WHOLE", "0, day OUT_OF_RANGE", "9999999999, day NOT_WHOLE" })
	void numbersAreNoTexts(String number, String error) {
		String json = error.endsWith("WRONG_TYPE") ? "'" + number + "'" : number;
		assertThat(errors("{'title': '甲', 'day': " + json + "}")).containsExactly(error);
	}

	@Test
	void componentsThatContradictEachOtherAreLookedAtWhenEachIsRight() {
		assertThat(errors("{'title': '二月', 'day': 31}")).containsExactly("day OUT_OF_RANGE");
		assertThat(errors("{'title': '二月', 'day': 31, 'even': 1}")).containsExactly("even OUT_OF_RANGE");
	}

	@Test
	void aFormIsReadAlikeAndWhatIsEmptyIsAbsent() {
		assertThat(RecordReader.form(Map.of("name", " 甲 ", "price", " ", "_csrf", "x"), Part.class))
			.isEqualTo(new Part("甲", null));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> RecordReader.form(Map.of("name", ""), Part.class))
			.satisfies((refused) -> assertThat(refused.errors()).containsExactly(FieldError.of("name", "REQUIRED")));
	}

}
