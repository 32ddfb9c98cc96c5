package org.huiling.applicant.reading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.huiling.TestFacts;
import org.huiling.applicant.RecordJson;
import org.huiling.input.StrictJson;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.StatedMessages;
import org.huiling.recorded.MutatedBodies;
import org.huiling.recorded.Recorded;
import org.huiling.recorded.RecordedPeople;
import org.huiling.recorded.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three thousand applicants with mistakes in them are refused for the same problems, by
 * the same paths and in the same words of both languages, as when it was recorded.
 */
class RecordedRefusalsTests {

	private static final Recorded REFUSED = Recorded.of("refusals");

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	RecordedRefusalsTests() {
		this.messages.setBasenames("messages/applicant", "messages/input", "messages/problem");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
		this.messages.setParentMessageSource(new StatedMessages());
	}

	@AfterAll
	static void keep() {
		REFUSED.keep();
	}

	@Test
	void everyMistakeIsRefusedAsBefore() {
		int refused = 0;
		for (int number = 0; number < MutatedBodies.BLOCKS; number++) {
			String block = "bodies-" + number;
			if (Recorded.asks(block)) {
				List<String> texts = MutatedBodies.block(number).stream().map(this::read).toList();
				refused += (int) texts.stream().filter((text) -> text.contains("\nrefused ")).count();
				REFUSED.holds(block, texts);
			}
		}
		assertThat(refused).as("refused of three thousand").isGreaterThan(2_000);
	}

	private String read(String body) {
		try {
			ReadApplicant read = TestFacts.on(RecordedPeople.TODAY)
				.read(StrictJson.read(body.getBytes(StandardCharsets.UTF_8)));
			return body + "\ntaken\n" + Told.warnings(read.warnings()) + "\n" + RecordJson.of(read.record());
		}
		catch (InvalidInput refusal) {
			return body + "\nrefused " + refusal.status() + "\n"
					+ refusal.errors().stream().map(this::problem).sorted().collect(Collectors.joining("\n"));
		}
	}

	private String problem(FieldError error) {
		return "%s %s %s %s / %s".formatted(error.field(), error.code(), Told.errors(List.of(error)),
				message(error, Locale.SIMPLIFIED_CHINESE), message(error, Locale.ENGLISH));
	}

	private String message(FieldError error, Locale locale) {
		Object[] places = error.arguments()
			.stream()
			.map((one) -> (one instanceof BigDecimal number) ? number.toPlainString() : one)
			.toArray();
		return Objects.requireNonNull(this.messages.getMessage("error." + error.code(), places, "?", locale));
	}

}
