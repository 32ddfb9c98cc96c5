package org.huiling.engine;

import org.huiling.engine.oracle.Person;
import org.huiling.facts.Code;

/** Values of the second evaluator as the engine takes them. */
final class BenefitValues {

	private BenefitValues() {
	}

	static Object of(String path, Object value) {
		Object plain = Person.plain(value);
		String codes = Person.codeType(path);
		return codes.isEmpty() ? plain : Code.of(codes, (String) plain);
	}

}
