package org.huiling.engine.oracle;

import java.util.List;

import org.huiling.engine.oracle.Formula.Kind;

/**
 * A recorded fact of the person, or of an item of a list.
 *
 * @param path as rules write it
 * @param kind of its values
 * @param unit of a number, or the code type, else empty
 * @param least smallest value of a number, in fen of an amount
 * @param most largest value, likewise
 * @param codes of a code
 * @param absent whether what is not recorded is not there
 * @param askWhen the fact that must be yes for it to be there, or empty
 */
record Field(String path, Kind kind, String unit, long least, long most, List<String> codes, boolean absent,
		String askWhen) {

	static Field truth(String path) {
		return new Field(path, Kind.TRUTH, "", 0, 0, List.of(), false, "");
	}

	static Field number(String path, String unit, long least, long most) {
		return new Field(path, Kind.NUMBER, unit, least, most, List.of(), false, "");
	}

	static Field money(String path, long leastFen) {
		return new Field(path, Kind.MONEY, "", leastFen, 5_000_000_00L, List.of(), false, "");
	}

	static Field date(String path) {
		return new Field(path, Kind.DATE, "", 0, 0, List.of(), false, "");
	}

	static Field code(String path, String type, String... codes) {
		return new Field(path, Kind.CODE, type, 0, 0, List.of(codes), false, "");
	}

	Field orNone() {
		return new Field(this.path, this.kind, this.unit, this.least, this.most, this.codes, true, "");
	}

	Field when(String fact) {
		return new Field(this.path, this.kind, this.unit, this.least, this.most, this.codes, false, fact);
	}

	/** Whether all its values can be gone through. */
	boolean isSmall() {
		return this.kind == Kind.TRUTH || this.kind == Kind.CODE
				|| (this.kind == Kind.NUMBER && this.most - this.least < 10);
	}

}
