package org.huiling.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.source.yaml.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The text above a column into which each row's value goes, at {@code $param} or, value
 * by value, at {@code $1}, {@code $2} and so on.
 */
final class Snippet {

	private static final Pattern PLACE = Pattern.compile("\\$(?:param|([1-9]))(?![\\w\\p{L}$])");

	private static final Pattern NUMBERED = Pattern.compile("\\$[1-9](?![\\w\\p{L}$])");

	private final Cell cell;

	private final int values;

	Snippet(Cell cell) {
		this.cell = cell;
		this.values = PLACE.matcher(cell.text())
			.results()
			.mapToInt((one) -> (one.group(1) != null) ? Integer.parseInt(one.group(1)) : 0)
			.max()
			.orElse(-1);
	}

	Cell cell() {
		return this.cell;
	}

	boolean hasPlace() {
		return this.values >= 0;
	}

	/** Whether {@code $param} and {@code $1} stand side by side. */
	boolean isMixed() {
		return this.cell.text().contains("$param") && NUMBERED.matcher(this.cell.text()).find();
	}

	/** What a row's cell gives, or null if it holds another number of values. */
	@Nullable List<String> values(String text) {
		List<String> given = (this.values > 0) ? split(text) : List.of(text);
		return (this.values <= 0 || given.size() == this.values) ? given : null;
	}

	int count() {
		return this.values;
	}

	/** Whether the n-th value stands in a quoted text. */
	boolean quotes(int index) {
		return places().stream().filter((place) -> index(place) == index).anyMatch((place) -> quoted(place.start()));
	}

	/** Whether every place of the n-th value stands in brackets. */
	boolean inBrackets(int index) {
		return places().stream()
			.filter((place) -> index(place) == index)
			.allMatch((place) -> CodeText.depth(this.cell.text().substring(0, place.start())) > 0);
	}

	String fill(List<String> given) {
		return PLACE.matcher(this.cell.text()).replaceAll((place) -> Matcher.quoteReplacement(given.get(index(place))));
	}

	private List<MatchResult> places() {
		return PLACE.matcher(this.cell.text()).results().toList();
	}

	private static int index(MatchResult place) {
		return (place.group(1) != null) ? Integer.parseInt(place.group(1)) - 1 : 0;
	}

	private boolean quoted(int position) {
		return this.cell.text().substring(0, position).chars().filter((one) -> one == '"').count() % 2 == 1;
	}

	private static List<String> split(String text) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		boolean quoted = false;
		int from = 0;
		for (int i = 0; i < text.length(); i++) {
			char one = text.charAt(i);
			quoted ^= one == '"';
			if (!quoted) {
				depth += (one == '(') ? 1 : (one == ')') ? -1 : 0;
			}
			if (one == ',' && depth == 0 && !quoted) {
				parts.add(text.substring(from, i).strip());
				from = i + 1;
			}
		}
		parts.add(text.substring(from).strip());
		return parts;
	}

}
