package org.huiling.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The codes that rules and Java know as constants. A record has the constant where there
 * is one, so that rules can compare it.
 */
public final class JavaCodes {

	private static final Map<String, Map<String, Object>> CONSTANTS = new HashMap<>();

	static {
		List<Class<? extends Enum<?>>> types = List.of(Sex.class, HukouType.class, DibaoType.class, StatusKind.class,
				DisabilityCategory.class, Scheme.class, ClaimKind.class, HospitalTier.class);
		for (Class<? extends Enum<?>> type : types) {
			Map<String, Object> constants = new HashMap<>();
			for (Enum<?> constant : type.getEnumConstants()) {
				constants.put(constant.name(), constant);
			}
			CONSTANTS.put(type.getSimpleName(), constants);
		}
	}

	private JavaCodes() {
	}

	/**
	 * A code as a record has it.
	 * @param type the name of its list, such as {@code HukouType}
	 * @param code its name
	 * @return the Java constant, or the name where there is none
	 */
	public static Object of(String type, String code) {
		return CONSTANTS.getOrDefault(type, Map.of()).getOrDefault(code, code);
	}

}
