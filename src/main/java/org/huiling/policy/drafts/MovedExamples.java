package org.huiling.policy.drafts;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Worked examples of months before a version is in force, moved by whole years into
 * months in which it is: the month and every day of the person go on by as many years, so
 * that everybody is as old as before and turns eighty in the same month. All else of the
 * file stays as its author laid it out.
 */
final class MovedExamples {

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final String LEAP_DAY = "-02-29";

	private static final int LEAP_YEARS = 4;

	/** What tells of no day of the person. */
	private static final Set<String> APART = Set.of("name", "en", "expect", "period", "claim");

	/** What cannot lie after today. */
	private static final Set<String> PAST = Set.of("birthDate", "deathDate", "lastPassed", "opened", "closed");

	private static final Set<String> BIRTH = Set.of("birthDate", "opened");

	private MovedExamples() {
	}

	/**
	 * The file with the examples moved.
	 * @param file as it is
	 * @param first the first day that the version governs
	 * @param today the last day of what is past: an example that would tell of a death
	 * after it, or of a birth after a day that all have in common, stays where it is
	 * @return the same bytes if there is nothing to move, or the file cannot be read
	 */
	static byte[] in(byte[] file, LocalDate first, LocalDate today) {
		String text = new String(file, StandardCharsets.UTF_8);
		// by where they stand, the last first
		Map<Integer, Change> changes = new TreeMap<>(Comparator.reverseOrder());
		Found found = found(text);
		for (MappingNode item : found.items()) {
			move(text, item, found.common(), first, today).forEach((change) -> changes.put(change.from(), change));
		}
		StringBuilder moved = new StringBuilder(text);
		changes.values().forEach((change) -> moved.replace(change.from(), change.to(), change.text()));
		return changes.isEmpty() ? file : moved.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * How many would be moved.
	 * @param file as above
	 * @param first as above
	 * @param today as above
	 * @return none if the file cannot be read
	 */
	static long among(byte[] file, LocalDate first, LocalDate today) {
		String text = new String(file, StandardCharsets.UTF_8);
		Found found = found(text);
		return found.items()
			.stream()
			.filter((item) -> !move(text, item, found.common(), first, today).isEmpty())
			.count();
	}

	private record Change(int from, int to, String text) {
	}

	private static List<Change> move(String text, MappingNode item, @Nullable LocalDate common, LocalDate first,
			LocalDate today) {
		if (!(value(item, "period") instanceof ScalarNode period)) {
			return List.of();
		}
		List<ScalarNode> days = new ArrayList<>();
		boolean past = true;
		for (NodeTuple tuple : item.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode key && !APART.contains(key.getValue())) {
				days(tuple.getValueNode(), days);
			}
		}
		int years = years(period.getValue(), first);
		if (years == 0) {
			return List.of();
		}
		while (years % LEAP_YEARS != 0 && days.stream().anyMatch((day) -> day.getValue().endsWith(LEAP_DAY))) {
			years++;
		}
		List<Change> changes = new ArrayList<>();
		for (ScalarNode day : days) {
			LocalDate to = later(day.getValue(), years);
			if (to == null) {
				return List.of();
			}
			past &= !to.isAfter(today) || !isOf(PAST, item, day);
			past &= common == null || !common.isBefore(to) || !isOf(BIRTH, item, day);
			changes.add(change(text, day, to.toString()));
		}
		String year = String.valueOf(Integer.parseInt(period.getValue().substring(0, 4)) + years);
		changes.add(change(text, period, year + period.getValue().substring(4)));
		return past ? changes : List.of();
	}

	/** By how many years; none if the period lies where it should, or is none. */
	private static int years(String period, LocalDate first) {
		try {
			LocalDate day = Period.parse(period).firstDay();
			int years = 0;
			while (day.plusYears(years).isBefore(first)) {
				years++;
			}
			return years;
		}
		catch (DateTimeException none) {
			return 0;
		}
	}

	private static @Nullable LocalDate later(String day, int years) {
		try {
			return LocalDate.parse(day).plusYears(years);
		}
		catch (DateTimeException none) {
			return null;
		}
	}

	private static Change change(String text, ScalarNode node, String to) {
		int from = index(text, node.getStartMark().getIndex());
		int end = index(text, node.getEndMark().getIndex());
		return new Change(from, end, text.substring(from, end).replace(node.getValue(), to));
	}

	/** Marks count characters beyond the first plane once, Java twice. */
	private static int index(String text, int mark) {
		return text.offsetByCodePoints(0, mark);
	}

	private static void days(Node node, List<ScalarNode> days) {
		if (node instanceof ScalarNode scalar && DAY.matcher(scalar.getValue()).matches()) {
			days.add(scalar);
		}
		else if (node instanceof MappingNode mapping) {
			mapping.getValue().forEach((tuple) -> days(tuple.getValueNode(), days));
		}
		else if (node instanceof SequenceNode sequence) {
			sequence.getValue().forEach((one) -> days(one, days));
		}
	}

	/** Whether a day is one of these facts. */
	private static boolean isOf(Set<String> names, Node within, ScalarNode day) {
		if (within instanceof MappingNode mapping) {
			return mapping.getValue()
				.stream()
				.anyMatch((tuple) -> tuple.getValueNode().equals(day) ? names.contains(name(tuple))
						: isOf(names, tuple.getValueNode(), day));
		}
		return within instanceof SequenceNode sequence
				&& sequence.getValue().stream().anyMatch((one) -> isOf(names, one, day));
	}

	private static String name(NodeTuple tuple) {
		return (tuple.getKeyNode() instanceof ScalarNode key) ? key.getValue() : "";
	}

	/**
	 * The examples of a file.
	 *
	 * @param items in their order
	 * @param common the first day that all have in common, which nobody is born after;
	 * null if there is none
	 */
	private record Found(List<MappingNode> items, @Nullable LocalDate common) {
	}

	private static Found found(String text) {
		Node top;
		try {
			top = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
		}
		catch (YAMLException unreadable) {
			return new Found(List.of(), null);
		}
		List<ScalarNode> common = new ArrayList<>();
		if (top instanceof MappingNode mapping && value(mapping, "applicant") instanceof MappingNode applicant) {
			days(applicant, common);
		}
		Node list = (top instanceof MappingNode mapping) ? value(mapping, "examples") : top;
		List<MappingNode> items = new ArrayList<>();
		if (list instanceof SequenceNode sequence) {
			sequence.getValue().forEach((one) -> {
				if (one instanceof MappingNode item) {
					items.add(item);
				}
			});
		}
		LocalDate earliest = common.stream()
			.map((day) -> later(day.getValue(), 0))
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new Found(items, earliest);
	}

	private static @Nullable Node value(MappingNode mapping, String key) {
		for (NodeTuple tuple : mapping.getValue()) {
			if (name(tuple).equals(key)) {
				return tuple.getValueNode();
			}
		}
		return null;
	}

}
