package org.huiling.facts.reading;

import java.util.List;

import org.huiling.facts.type.Label;

/**
 * What is said of something that cannot be, or is odd.
 *
 * @param code a stable code, such as {@code DEATH_BEFORE_BIRTH}
 * @param message what is said; {@code {0}} stands for the first fact it mentions
 * @param mentions the paths of the facts that it mentions
 */
public record Remark(String code, Label message, List<String> mentions) {

	public Remark {
		mentions = List.copyOf(mentions);
	}

}
