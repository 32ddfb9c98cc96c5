package org.huiling.engine;

import java.util.Objects;

import org.huiling.engine.source.Problems;
import org.huiling.engine.source.Yaml;
import org.huiling.engine.source.YamlMapping;

/**
 * 项目: one benefit of a jurisdiction, as {@code program.yaml} has it.
 *
 * @param id its directory's name
 * @param name in both languages
 * @param cycle month, year or claim
 * @param unit the unit of its amounts, such as {@code CNY}
 * @param order its place in the order of evaluation; a program sees awards of lower ones
 * @param paidTo who receives the money
 */
public record Program(String id, Bilingual name, Cycle cycle, String unit, int order, PaidTo paidTo) {

	/**
	 * The program that says which awards exclude each other; it has no award of its own.
	 */
	public static final String STACKING = "stacking";

	private static final String YUAN = "CNY";

	/** By its id, for the many look-ups of a run. */
	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	/**
	 * Reads {@code program.yaml}.
	 * @param id the directory's name
	 * @param yaml the file
	 * @return the program
	 * @throws PolicyDefects naming every key that is missing, unknown or wrong
	 */
	public static Program read(String id, byte[] yaml) {
		Problems problems = new Problems();
		YamlMapping file = Yaml.mapping("program.yaml", yaml, problems);
		problems.refuseErrors();
		Objects.requireNonNull(file).allow("name", "cycle", "unit", "order", "paidTo");
		Program program = new Program(id, file.bilingual("name"), file.code("cycle", Cycle.class, null), unit(file),
				file.number("order", 1, 999_999), file.code("paidTo", PaidTo.class, PaidTo.PERSON));
		problems.refuseErrors();
		return program;
	}

	/** Amounts are paid, shown and added up as yuan everywhere. */
	private static String unit(YamlMapping file) {
		String unit = file.text("unit");
		if (file.has("unit") && !YUAN.equals(unit)) {
			file.wrong("unit", "只能是 CNY：金额都按元发给", "can only be CNY: all amounts are paid in yuan");
		}
		return unit;
	}

}
