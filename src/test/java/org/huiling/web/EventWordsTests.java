package org.huiling.web;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the trail says of an event, in the words of its reader. */
class EventWordsTests {

	private static final String ID = "01a2219b-939f-708b-8d67-37be0b0e845d";

	private static EventWords words() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/audit", "messages/payment", "messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new EventWords(messages);
	}

	private static String said(String details, Locale locale) {
		return words().of(new JsonMapper().readValue(details, new TypeReference<Map<String, Object>>() {
		}), locale).toString();
	}

	@Test
	void namesAndCodesAreInTheReadersLanguage() {
		String details = "{\"as\": [\"CASE_WORKER\"], \"by\": \"FILE_NUMBER\", \"page\": 0, \"region\": \"\"}";
		assertThat(said(details, Locale.SIMPLIFIED_CHINESE)).isEqualTo("{身份=经办人员, 方式=按档案编号, 页=1}");
		assertThat(said(details, Locale.ENGLISH)).isEqualTo("{as=Case worker, by=by file number, page=1}");
	}

	@Test
	void manyPeopleAndManyIdsAreTheirNumber() {
		assertThat(said("{\"applicants\": [\"%s\"], \"decisions\": [\"%s\", \"%s\"]}".formatted(ID, ID, ID),
				Locale.ENGLISH))
			.isEqualTo("{people=1, decisions=2 of them}");
	}

	@Test
	void whatWasProposedIsSaidValueByValue() {
		assertThat(said(
				"{\"action\": \"SETTLEMENT_CONTRA\", \"values\": {\"kind\": \"COLLECTED\", \"amount\": 100.0, \"name\": null}}",
				Locale.ENGLISH))
			.contains("values=kind collected, amount 100.0")
			.doesNotContain("SETTLEMENT_CONTRA");
	}

	@Test
	void whatHasNoWordsStaysAsItWasRecorded() {
		assertThat(said("{\"somethingNew\": \"x-1\"}", Locale.ENGLISH)).isEqualTo("{somethingNew=x-1}");
	}

}
