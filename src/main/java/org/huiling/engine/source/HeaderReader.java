package org.huiling.engine.source;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.Bilingual;
import org.huiling.engine.FactDay;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.PolicyHeader.LateApplication;
import org.huiling.engine.PolicyHeader.Rounding;
import org.huiling.engine.PolicyHeader.Wins;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Reads {@code policy.yaml}. */
public final class HeaderReader {

	/** The file every version has. */
	public static final String FILE = "policy.yaml";

	/** Ten years: no rule looks further back. */
	private static final int MOST_MONTHS = 120;

	private enum Direction {

		HALF_UP, UP, DOWN

	}

	private enum Then {

		FROM_APPLICATION_MONTH

	}

	/**
	 * A header with the source of its parameters.
	 *
	 * @param header what the file says
	 * @param constants Java source of the parameters, one constant a line
	 * @param types the Java type of each parameter, by name
	 * @param given the unit of what bands give, by their names
	 * @param shown the parameters of the first day, by name
	 * @param later the parameters of each later day on which some of them change, in
	 * order
	 */
	public record Read(PolicyHeader header, String constants, Map<String, String> types, Map<String, String> given,
			Map<String, Object> shown, List<Later> later) {
	}

	/**
	 * Parameters from a day on.
	 *
	 * @param from the first day
	 * @param constants Java source, as before
	 * @param shown their values by name
	 */
	public record Later(LocalDate from, String constants, Map<String, Object> shown) {
	}

	private final Problems problems;

	private final Units units;

	/**
	 * A reader.
	 * @param problems takes what is wrong
	 * @param units of parameters
	 */
	public HeaderReader(Problems problems, Units units) {
		this.problems = problems;
		this.units = units;
	}

	/**
	 * Reads the header of a version.
	 * @param files the version's files
	 * @return the header, or null if there is no file that can be read at all
	 */
	public @Nullable Read read(PolicyFiles files) {
		byte[] bytes = files.files().get(FILE);
		if (bytes == null) {
			this.problems.error(FilePlace.of(FILE), "NO_POLICY_YAML", "缺少 policy.yaml", "policy.yaml is missing");
			return null;
		}
		YamlMapping yaml = Yaml.mapping(FILE, bytes, this.problems);
		if (yaml == null) {
			return null;
		}
		yaml.allow("title", "basis", "effectiveFrom", "effectiveTo", "published", "rounding", "wins", "lateApplication",
				"lifeCheck", "deducts", "uses", "factDay", "assumptions", "parameters", "accepted");
		ParameterReader parameters = new ParameterReader(FILE, this.problems, this.units, files.files(),
				new SharedNumbers(FILE, this.problems, this.units, files.standards()));
		OtherProgramReader others = new OtherProgramReader(files.program(), this.problems);
		LocalDate from = effectiveFrom(yaml, files.version());
		List<ParameterReader.Later> later = parameters.read(yaml.mapping("parameters"), from);
		LocalDate to = yaml.date("effectiveTo");
		if (to != null && to.isBefore(from)) {
			yaml.wrong("effectiveTo", "早于 effectiveFrom", "is before effectiveFrom");
		}
		PolicyHeader header = new PolicyHeader(yaml.bilingual("title"), yaml.text("basis"), from, to,
				yaml.date("published"), rounding(yaml.mapping("rounding")), yaml.code("wins", Wins.class, Wins.NONE),
				lateApplication(yaml.mapping("lateApplication")), lifeCheck(yaml.mapping("lifeCheck")),
				assumptions(yaml), parameters.parameters(), AcceptedReader.read(yaml), others.read(yaml, "deducts"),
				Objects.requireNonNullElse(others.read(yaml, "uses"), List.of()),
				yaml.code("factDay", FactDay.class, FactDay.FIRST_DAY));
		String rounding = constant(header.rounding());
		return new Read(header, parameters.constants() + rounding, parameters.types(), parameters.given(),
				parameters.shown(),
				later.stream().map((one) -> new Later(one.from(), one.constants() + rounding, one.shown())).toList());
	}

	/**
	 * The standards that the parameters of a version are taken from.
	 * @param bytes its header, null if there is none
	 * @return as it names them; none if it cannot be read
	 */
	public static List<String> references(byte @Nullable [] bytes) {
		YamlMapping yaml = (bytes != null) ? Yaml.mapping(FILE, bytes, new Problems()) : null;
		YamlMapping all = (yaml != null) ? yaml.mapping("parameters") : null;
		List<String> references = new ArrayList<>();
		if (all != null) {
			for (String name : all.keys()) {
				YamlMapping parameter = all.isMapping(name) ? all.mapping(name) : null;
				String from = (parameter != null) ? parameter.optionalText(SharedNumbers.FROM) : null;
				if (from != null) {
					references.add(from);
				}
			}
		}
		return references;
	}

	/** Beside the parameters, under a name that none of them can have. */
	private static String constant(Rounding rounding) {
		return "\tpublic static final Rounding rounding_ = Rounding.of(\"" + rounding.decimals() + "\", \""
				+ rounding.mode() + "\");\n";
	}

	private LocalDate effectiveFrom(YamlMapping yaml, String version) {
		LocalDate from = yaml.date("effectiveFrom");
		if (from == null) {
			yaml.text("effectiveFrom");
			return LocalDate.EPOCH;
		}
		if (!version.matches(from + "(\\.[1-9]\\d*)?")) {
			yaml.wrong("effectiveFrom", "与目录名 " + version + " 不一致", "differs from the directory's name " + version);
		}
		return from;
	}

	private static Rounding rounding(@Nullable YamlMapping yaml) {
		if (yaml == null) {
			return new Rounding(Rounding.Unit.FEN, RoundingMode.HALF_UP);
		}
		yaml.allow("unit", "mode", "basis");
		Direction mode = yaml.code("mode", Direction.class, null);
		return new Rounding(yaml.code("unit", Rounding.Unit.class, null), RoundingMode.valueOf(mode.name()));
	}

	private static @Nullable LateApplication lateApplication(@Nullable YamlMapping yaml) {
		if (yaml == null) {
			return null;
		}
		yaml.allow("withinMonths", "then", "basis");
		yaml.code("then", Then.class, null);
		return new LateApplication(yaml.number("withinMonths", 0, MOST_MONTHS), yaml.text("basis"));
	}

	private static @Nullable Integer lifeCheck(@Nullable YamlMapping yaml) {
		if (yaml == null) {
			return null;
		}
		yaml.allow("validMonths", "basis");
		yaml.text("basis");
		return yaml.number("validMonths", 1, MOST_MONTHS);
	}

	private static List<Bilingual> assumptions(YamlMapping yaml) {
		return yaml.mappings("assumptions").stream().map((one) -> {
			one.allow("zh", "en");
			return new Bilingual(one.text("zh"), one.text("en"));
		}).toList();
	}

}
