package org.huiling.decision.notice;

import java.util.Map;
import java.util.Objects;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 文号: how offices number their notices.
 *
 * @param pattern of everybody who has none of their own, such as
 * {@code 示民发〔{year}〕{number}号}; empty where notices have no such number
 * @param of the patterns of jurisdictions, by id; an empty one is none
 */
@ConfigurationProperties("huiling.notice-number")
record NoticeNumberSettings(@DefaultValue("") String pattern, @DefaultValue Map<String, String> of) {

	static final String NUMBER = "{number}";

	static final String YEAR = "{year}";

	NoticeNumberSettings {
		of = Map.copyOf(of);
		require(pattern);
		of.values().forEach(NoticeNumberSettings::require);
	}

	private static void require(String pattern) {
		if (!pattern.isBlank() && !pattern.contains(NUMBER)) {
			throw new IllegalArgumentException("huiling.notice-number: '" + pattern + "' has no " + NUMBER
					+ ": every notice would have the same number");
		}
	}

	/**
	 * The pattern of a jurisdiction.
	 * @return empty if its notices have no such number
	 */
	String of(String jurisdiction) {
		return Objects.requireNonNullElse(this.of.get(jurisdiction), this.pattern).strip();
	}

}
