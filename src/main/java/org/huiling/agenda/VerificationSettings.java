package org.huiling.agenda;

import java.math.BigDecimal;
import java.util.List;

import org.huiling.facts.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 季度核查: whom somebody calls or visits each quarter.
 *
 * @param program ids of the programs whose recipients are drawn; none for nobody
 * @param share of the recipients in percent, 0 to 100; each is drawn by this chance
 * @param seed of the draw: the same seed draws the same people
 */
@ConfigurationProperties("huiling.verification")
record VerificationSettings(@DefaultValue List<String> program, @DefaultValue("5") BigDecimal share,
		@DefaultValue("") String seed) {

	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	VerificationSettings {
		program = List.copyOf(program);
		if (share.signum() < 0 || share.compareTo(ALL) > 0) {
			throw new IllegalArgumentException("huiling.verification.share is 0 to 100 percent");
		}
	}

	/** What is drawn by, of a program and quarter. */
	String seed(String program, Period quarter) {
		return this.seed + " " + program + " " + quarter;
	}

}
