package org.huiling.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.huiling.engine.Explain;
import org.huiling.engine.Jurisdiction;
import org.huiling.facts.CivilTime;
import org.huiling.facts.Period;
import org.huiling.peoplelist.AssessOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose list is asked about what, by which rules. */
final class ListOptions {

	private static final int MOST_MONTHS = 120;

	@Option(names = "--rules", required = true, paramLabel = "DIRECTORY",
			description = "a jurisdiction's directory of rules, such as rules/model-district;"
					+ " or the one around it, with --jurisdiction")
	private String rules = "";

	@Option(names = "--jurisdiction", paramLabel = "ID", description = "whose rules")
	private @Nullable String jurisdiction;

	@Option(names = "--people", required = true, paramLabel = "LIST",
			description = "csv, xlsx, jsonl or parquet: a file, a directory or a pattern that every machine reaches;"
					+ " or jdbc:…, with --table and --key")
	private String people = "";

	@Option(names = "--table", paramLabel = "TABLE", description = "of a database, its columns called as those of csv")
	private @Nullable String table;

	@Option(names = "--key", paramLabel = "COLUMN",
			description = "of a database: whole numbers, by which rows are divided and told")
	private @Nullable String key;

	@Option(names = "--parts", paramLabel = "N", defaultValue = "32",
			description = "into how many parts the rows of a database are divided (${DEFAULT-VALUE})")
	private int parts;

	@Option(names = "--part-size", paramLabel = "BYTES", defaultValue = "8388608",
			description = "the fewest bytes of a part of a file (${DEFAULT-VALUE})")
	private long partSize;

	@Option(names = "--months", required = true, paramLabel = "PERIOD",
			description = "2013-07, 2013-Q3, 2013, or months on end: 2013-01..2013-12")
	private String months = "";

	@Option(names = "--programs", split = ",", paramLabel = "ID", description = "these alone")
	private @Nullable List<String> programs;

	@Option(names = "--lang", defaultValue = "zh", paramLabel = "zh|en", description = "of the answers")
	private String language = "zh";

	Path rules() {
		return directory().getParent();
	}

	String jurisdiction() {
		return directory().getFileName().toString();
	}

	private Path directory() {
		Path given = Path.of(this.rules).toAbsolutePath().normalize();
		Path own = (this.jurisdiction != null) ? given.resolve(this.jurisdiction).normalize() : given;
		if (own.getParent() == null || !Files.isRegularFile(own.resolve(Jurisdiction.FILE))) {
			throw new WrongCall("there are no rules of a jurisdiction in " + own);
		}
		return own;
	}

	List<Period> periods() {
		String[] ends = this.months.split("\\.\\.", -1);
		try {
			Period from = Period.parse(ends[0]);
			if (ends.length == 1) {
				return List.of(from);
			}
			Period to = Period.parse(ends[1]);
			if (ends.length == 2 && from.kind() == Period.Kind.MONTH && to.kind() == Period.Kind.MONTH) {
				List<Period> months = AssessOrder.months(from, to);
				if (!months.isEmpty() && months.size() <= MOST_MONTHS) {
					return months;
				}
			}
		}
		catch (DateTimeException ex) {
			// said below
		}
		throw new WrongCall("--months is a period such as 2013-07, 2013-Q3 or 2013, or months such as"
				+ " 2013-01..2013-12, at most " + MOST_MONTHS);
	}

	@Nullable List<String> programs() {
		return this.programs;
	}

	People.From from() {
		if (this.partSize < 1 || this.parts < 1) {
			throw new WrongCall("--parts and --part-size are more than nothing");
		}
		return new People.From(this.people, this.table, this.key, this.parts, this.partSize);
	}

	boolean isChinese() {
		String lower = this.language.toLowerCase(Locale.ROOT);
		if (!lower.equals("zh") && !lower.equals("en")) {
			throw new WrongCall("--lang is zh or en");
		}
		return lower.equals("zh");
	}

	/**
	 * What is to be done.
	 * @param explain how much to explain
	 * @throws IOException if a file of rules cannot be read
	 */
	Work work(Explain explain) throws IOException {
		List<Period> periods = periods();
		ShippedRules shipped = ShippedRules.read(rules(), jurisdiction(), periods, this.programs);
		return new Work(shipped, Work.texts(periods), (this.programs != null) ? new ArrayList<>(this.programs) : null,
				explain, isChinese(), LocalDate.now(CivilTime.ZONE));
	}

}
