package org.huiling.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.facts.CivilTime;
import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the trail says of an event, in the words of its reader. */
class EventWordsTests {

	private static final String ID = "01a2219b-939f-708b-8d67-37be0b0e845d";

	/** Up to the end of the statement. */
	private static final Pattern RECORDED = Pattern.compile("audit\\s*\\.record\\([^;]*;");

	private static final Pattern NAME = Pattern.compile("[(,]\\s*\"([a-z][A-Za-z]*)\"\\s*,");

	private static EventWords words() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/audit", "messages/payment", "messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new EventWords(messages, TestDates.of(Clock.system(CivilTime.ZONE)));
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
	void anInstantIsTheDayAndMinuteWherePeopleLive() {
		assertThat(said("{\"touchedSince\": \"2013-07-27T23:30:15.123456Z\"}", Locale.ENGLISH))
			.contains("2013-07-28 07:30")
			.doesNotContain("Z");
	}

	@Test
	void whatChangedOfAnAccountIsInTheReadersLanguage() {
		String details = "{\"displayName\": \"changed\", \"password\": \"reset\", \"enabled\": true}";
		assertThat(said(details, Locale.SIMPLIFIED_CHINESE)).isEqualTo("{姓名或称呼=改过, 密码=重置, 启用=是}");
		assertThat(said(details, Locale.ENGLISH)).isEqualTo("{name=changed, password=reset, enabled=yes}");
	}

	/** As far as they stand beside the call; others are found by reading a trail. */
	@Test
	void everyDetailThatIsRecordedHasAName() throws IOException {
		Set<String> names = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			for (Path source : sources.filter((path) -> path.toString().endsWith(".java")).toList()) {
				RECORDED.matcher(Files.readString(source))
					.results()
					.flatMap((call) -> NAME.matcher(call.group()).results())
					.forEach((name) -> names.add(name.group(1)));
			}
		}
		assertThat(names).hasSizeGreaterThan(30);
		assertThat(MessageCatalogue.of("web").zh().stringPropertyNames())
			.containsAll(names.stream().map((name) -> "audit.detail." + name).toList());
	}

	@Test
	void whatHasNoWordsStaysAsItWasRecorded() {
		assertThat(said("{\"somethingNew\": \"x-1\"}", Locale.ENGLISH)).isEqualTo("{somethingNew=x-1}");
	}

}
