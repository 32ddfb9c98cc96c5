package org.huiling.applicant.register.recording;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.dictionary.Dictionary;
import tools.jackson.databind.JsonNode;

/**
 * What a record says as it stands on file, only because it is said whole with something
 * else: a correction says all of its record again, and a group or a list is said whole.
 * It was taken once; what was declared since is asked of what is different.
 *
 * @param onFile the record that is corrected, or what is known on the day
 * @param correction whether a record is corrected
 * @param given what is said now
 * @param dictionary what is declared
 * @param today the last day of what is past
 */
record SaidAgain(JsonNode onFile, boolean correction, JsonNode given, Dictionary dictionary, LocalDate today) {

	/** No code of several. */
	private static final int NONE = -1;

	/** A field of an item of a list. */
	private static final Pattern ITEM = Pattern.compile("(.+)\\[(\\d+)]\\.(\\w+)");

	/** One of several codes. */
	private static final Pattern CODE = Pattern.compile("(.+)\\[(\\d+)]");

	/** Whether it is said as it stands; of several codes each by itself. */
	boolean contains(String path) {
		Matcher code = CODE.matcher(path);
		return code.matches() ? contains(code.group(1), Integer.parseInt(code.group(2))) : contains(path, NONE);
	}

	private boolean contains(String path, int code) {
		if (this.dictionary.fact(path.replaceAll("\\[\\d+]", "[]")) == null) {
			return false;
		}
		String top = path.split("[.\\[]", 2)[0];
		boolean alone = top.equals(path) || this.given.path(top).equals(this.onFile.path(top));
		if (alone && !this.correction) {
			return false;
		}
		Matcher item = ITEM.matcher(path);
		return item.matches() ? isOfAnItem(item.group(1), Integer.parseInt(item.group(2)), item.group(3), code)
				: isSame(at(this.given, path), at(this.onFile, path), code);
	}

	/** The same, of a day beyond a fixed one only: no two facts can contradict by it. */
	boolean isDayOnFile(String path) {
		return contains(path) && UnfitFacts.isBeyondAFixedDay(path, this.given, this.dictionary, this.today);
	}

	private boolean isOfAnItem(String list, int number, String field, int code) {
		List<String> key = new RecordLayout(this.dictionary).key(list);
		JsonNode item = at(this.given, list).path(number);
		return at(this.onFile, list).valueStream()
			.filter((old) -> key.isEmpty() ? old.equals(item)
					: RecordLayout.identity(key, old).equals(RecordLayout.identity(key, item)))
			.anyMatch((old) -> isSame(item.path(field), old.path(field), code));
	}

	private static boolean isSame(JsonNode given, JsonNode old, int code) {
		JsonNode said = (code != NONE) ? given.path(code) : given;
		return !said.isMissingNode() && ((code != NONE) ? old.valueStream().anyMatch(said::equals) : said.equals(old));
	}

	private static JsonNode at(JsonNode facts, String path) {
		return facts.at("/" + path.replace('.', '/'));
	}

}
