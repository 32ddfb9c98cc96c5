package org.huiling.facts.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.huiling.engine.dictionary.DictionaryReader;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.dictionary.Dictionary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dictionaries without end, the same for the same seed: recorded facts of every kind, and
 * derived facts drawn at random over them, over each other, over lists and by date.
 */
final class RandomDeclarations {

	private static final String FACTS = """
			name: {zh: 试, en: Try}
			facts:
			  a: {type: integer, zh: 甲, en: A}
			  b: {type: integer, askWhen: "a == 1", zh: 乙, en: B}
			  c: {type: boolean, zh: 丙, en: C}
			  d: {type: date, zh: 丁, en: D}
			  e: {type: date, absent: none, zh: 戊, en: E}
			  m: {type: money, zh: 己, en: M}
			  k: {type: code, codeType: Kind, codes: {X: {zh: 子, en: x}, Y: {zh: 丑, en: y}, Z: {zh: 寅, en: z}}, zh: 庚, en: K}
			  g:
			    zh: 辛
			    en: G
			    fields:
			      r: {type: region, askWhen: "c or none(e)", zh: 壬, en: R}
			      h: {type: decimal, decimals: 3, zh: 癸, en: H}
			      u: {type: codes, codeType: Kind, askWhen: "any(l, kk == Kind.X)", zh: 多, en: U}
			      q: {type: money, validity: {from: d, to: e}, zh: 期额, en: Q}
			      v: {type: code, codeType: Kind, validity: {from: d, to: e, outside: Z}, zh: 期类, en: V}
			      w: {type: integer, absent: none, validity: {from: e}, zh: 期数, en: W}
			  l:
			    type: list
			    key: [kk, f]
			    period: [f, t]
			    askWhen: "b != 2"
			    zh: 列
			    en: L
			    fields:
			      kk: {type: code, codeType: Kind, zh: 类, en: kk}
			      f: {type: date, zh: 自, en: f}
			      t: {type: date, absent: none, zh: 至, en: t}
			      n: {type: money, zh: 额, en: n}
			      i: {type: integer, askWhen: "kk == Kind.X or c", zh: 数, en: i}
			      s: {type: money, validity: {from: f, to: t}, zh: 期内额, en: s}
			      p: {type: region, zh: 地, en: p}
			""";

	private final Random random;

	private final Map<Kind, List<String>> names = new LinkedHashMap<>();

	private enum Kind {

		TRUTH, WHOLE, MONEY, DAY, CODE, REGION, DECIMAL

	}

	RandomDeclarations(Random random) {
		this.random = random;
	}

	/** A dictionary with some derived facts. */
	Dictionary next(int derived) {
		this.names.clear();
		known(Kind.TRUTH, "c", "alive", "ageOnLastDay >= 60");
		known(Kind.WHOLE, "a", "b", "g.w");
		known(Kind.MONEY, "m", "g.q");
		known(Kind.DAY, "d", "e", "deathDate");
		known(Kind.CODE, "k", "g.v");
		known(Kind.REGION, "g.r");
		known(Kind.DECIMAL, "g.h");
		StringBuilder text = new StringBuilder(FACTS).append("derived:\n");
		for (int i = 0; i < derived; i++) {
			String path = (this.random.nextInt(4) == 0) ? "g.x" + i : "x" + i;
			text.append("  ").append(path).append(": {is: ").append(definition(path)).append(", zh: 派生");
			text.append(i).append(", en: Derived ").append(i).append("}\n");
		}
		return read(text.toString());
	}

	private void known(Kind kind, String... paths) {
		this.names.put(kind, new ArrayList<>(List.of(paths)));
	}

	private String definition(String path) {
		if (this.random.nextInt(6) == 0) {
			String one = "'one(l, " + truth(2, true) + ")'";
			names(Kind.MONEY).add(path + ".n");
			names(Kind.WHOLE).add(path + ".i");
			names(Kind.DAY).add(path + ".f");
			names(Kind.TRUTH).add("none(" + path + ")");
			return one;
		}
		Kind kind = Kind.values()[Math.max(0, this.random.nextInt(Kind.values().length + 3) - 3)];
		String is = quoted(kind);
		if (this.random.nextInt(5) == 0) {
			is = "{2012-01-01: " + is + ", 2013-07-01: " + quoted(kind) + "}";
		}
		names(kind).add(path);
		return is;
	}

	private String quoted(Kind kind) {
		return "'" + drawn(kind, 3, false) + "'";
	}

	private List<String> names(Kind kind) {
		return Objects.requireNonNull(this.names.get(kind));
	}

	private static Dictionary read(String text) {
		Problems problems = new Problems();
		Dictionary dictionary = new DictionaryReader(problems)
			.read(Map.of("core.yaml", core(), "try.yaml", text.getBytes(StandardCharsets.UTF_8)));
		assertThat(problems.all()).as(text).allMatch((one) -> one.code().equals("FACT_DIVISOR"));
		return Objects.requireNonNull(dictionary);
	}

	private static byte[] core() {
		try {
			return Files.readAllBytes(Path.of("rules/facts/core.yaml"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String of(String... values) {
		return values[this.random.nextInt(values.length)];
	}

	private String drawn(Kind kind, int depth, boolean item) {
		return switch (kind) {
			case TRUTH -> truth(depth, item);
			case WHOLE -> whole(depth, item);
			case MONEY -> money(depth, item);
			case DAY -> day(depth, item);
			case CODE -> code(depth, item);
			case REGION -> region(depth, item);
			case DECIMAL -> decimal(depth, item);
		};
	}

	private String name(Kind kind, boolean item, String... fields) {
		List<String> known = names(kind);
		return (item && this.random.nextBoolean()) ? of(fields) : known.get(this.random.nextInt(known.size()));
	}

	private String sign(boolean ordered) {
		return ordered ? of(" == ", " != ", " < ", " <= ", " > ", " >= ") : of(" == ", " != ");
	}

	private String truth(int depth, boolean item) {
		if (depth == 0) {
			return name(Kind.TRUTH, item, "kk == Kind.X", "n > 1", "f <= firstDay", "none(i)", "begun(f)");
		}
		int next = depth - 1;
		return switch (this.random.nextInt(item ? 19 : 23)) {
			case 0 -> "(" + truth(next, item) + " and " + truth(next, item) + ")";
			case 1 -> "(" + truth(next, item) + " or " + truth(next, item) + " or " + truth(next, item) + ")";
			case 2 -> "not (" + truth(next, item) + ")";
			case 3 -> whole(next, item) + sign(true) + of(whole(next, item), "1");
			case 4 -> money(next, item) + sign(true) + of(money(next, item), "1.50");
			case 5 -> day(next, item) + sign(true) + of(day(next, item), "\"2013-07-01\"");
			case 6 -> code(next, item) + sign(false) + of(code(next, item), "Kind.Y");
			case 7 -> region(next, item) + sign(false) + of(region(next, item), "\"379901\"");
			case 8 -> decimal(next, item) + sign(true) + of(decimal(next, item), whole(next, item), "1.5");
			case 9 -> "(" + truth(next, item) + ")" + sign(false) + "(" + truth(next, item) + ")";
			case 10 -> "none(" + of(whole(next, item), day(next, item), code(next, item), "l", "choices") + ")";
			case 11 -> code(next, item) + " in (Kind.X, " + of("g.u", code(next, item)) + ")";
			case 12 -> money(next, item) + " in (3, " + money(next, item) + ")";
			case 13 -> "(within(" + region(next, item) + ") or startsWith(" + region(next, item) + ", \"11\"))";
			case 14 -> "begun(" + day(next, item) + ")";
			case 15 -> "held(" + day(next, item) + ", " + day(next, item) + ")";
			case 16 -> this.random.nextBoolean()
					? of("sameMonth(", "sameQuarter(", "sameYear(") + day(next, item) + ", " + day(next, item) + ")"
					: "overlap(" + day(0, item) + ", " + day(0, item) + ", " + day(0, item) + ", " + day(0, item) + ")";
			case 17 -> of("fullYears", "fullMonths", "days") + "(" + day(next, item) + ", " + day(next, item) + ") > 2";
			case 18 -> "when(" + truth(next, item) + ", " + truth(next, item) + ", " + truth(next, item) + ")";
			case 19 -> "any(l, " + truth(next, true) + ")";
			case 20 -> "holds(l, Kind." + of("X", "Y") + ")";
			case 21 -> "year == 2013 and ageBeforePeriod < ageOnLastDay";
			default -> truth(next, false);
		};
	}

	private String whole(int depth, boolean item) {
		if (depth == 0) {
			return name(Kind.WHOLE, item, "i");
		}
		int next = depth - 1;
		if (this.random.nextInt(8) == 0) {
			return money(next, item) + of(".steps(", ".startedSteps(") + of("1", "0.5", "33.33") + ")";
		}
		return switch (this.random.nextInt(item ? 6 : 9)) {
			case 0 -> "(" + whole(next, item) + of(" + ", " - ", " * ") + of(whole(next, item), "999999999") + ")";
			case 1 -> of("min", "max") + "(" + whole(next, item) + ", " + of(whole(next, item), "2") + ")";
			case 2 -> "when(" + truth(next, item) + ", " + whole(next, item) + ", " + of(whole(next, item), "1") + ")";
			case 3 -> "whole(" + whole(next, item) + " / " + whole(next, item) + ")";
			case 4 -> "when(" + truth(next, item) + ", 1, " + whole(next, item) + ")";
			case 5 -> whole(0, item);
			case 6 -> "count(l)";
			case 7 -> "count(l, " + truth(next, true) + ")";
			default -> "sum(l, " + whole(next, true) + ", " + truth(next, true) + ")";
		};
	}

	private String money(int depth, boolean item) {
		if (depth == 0) {
			return name(Kind.MONEY, item, "n", "s");
		}
		int next = depth - 1;
		if (this.random.nextInt(8) == 0) {
			return money(next, item) + of(".floorTo(1)", ".ceilTo(0.7)", ".rounded()");
		}
		return switch (this.random.nextInt(item ? 7 : 10)) {
			case 0 -> money(next, item) + of(".plus(", ".minus(", ".above(", ".atMost(", ".atLeast(")
					+ of(money(next, item), "1") + ")";
			case 1 -> money(next, item) + ".times(" + of(whole(next, item), decimal(next, item), "0.5") + ")";
			case 2 -> money(next, item) + ".sharedBy(" + whole(next, item) + ")";
			case 3 -> of("min", "max") + "(" + money(next, item) + ", " + of(money(next, item), "2.5") + ")";
			case 4 -> "when(" + truth(next, item) + ", " + money(next, item) + ", " + money(next, item) + ")";
			case 5 -> "when(" + truth(next, item) + ", 3, " + money(next, item) + ")";
			case 6 -> money(0, item);
			case 7 -> "sum(l, " + money(next, true) + ")";
			case 8 -> "sum(l, when(" + truth(next, true) + ", 1, n))";
			default -> "sum(l, n, " + truth(next, true) + ")";
		};
	}

	private String day(int depth, boolean item) {
		if (depth == 0) {
			return of(name(Kind.DAY, item, "f", "t"), name(Kind.DAY, item, "f", "t"), "firstDay", "lastDay",
					"dayBefore", "claimDay", "factDay");
		}
		int next = depth - 1;
		return switch (this.random.nextInt(4)) {
			case 0 -> of("min", "max") + "(" + day(next, item) + ", " + of(day(next, item), "\"2013-07-15\"") + ")";
			case 1 -> day(next, item) + ".plusMonths(" + of(whole(next, item), "1") + ")";
			case 2 -> "when(" + truth(next, item) + ", " + day(next, item) + ", " + day(next, item) + ")";
			default -> day(0, item);
		};
	}

	private String code(int depth, boolean item) {
		return (depth == 0 || this.random.nextBoolean()) ? name(Kind.CODE, item, "kk")
				: "when(" + truth(depth - 1, item) + ", Kind.Y, " + code(depth - 1, item) + ")";
	}

	private String region(int depth, boolean item) {
		return (depth == 0 || this.random.nextBoolean()) ? name(Kind.REGION, item, "p")
				: "when(" + truth(depth - 1, item) + ", " + region(depth - 1, item) + ", \"370000\")";
	}

	private String decimal(int depth, boolean item) {
		if (depth == 0) {
			return name(Kind.DECIMAL, false);
		}
		int next = depth - 1;
		return switch (this.random.nextInt(3)) {
			case 0 -> of("min", "max") + "(" + decimal(next, item) + ", " + of(whole(next, item), "1.25") + ")";
			case 1 -> "when(" + truth(next, item) + ", " + decimal(next, item) + ", 2)";
			default -> decimal(0, item);
		};
	}

}
