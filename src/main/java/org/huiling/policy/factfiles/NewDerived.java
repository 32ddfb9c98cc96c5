package org.huiling.policy.factfiles;

import java.util.regex.Pattern;

import jakarta.validation.constraints.Size;
import org.huiling.input.Checked;
import org.huiling.input.JsonFields;

/**
 * A derived fact as a form declares it.
 *
 * @param name in rules
 * @param zh what it is called in Chinese
 * @param en and in English
 * @param is how it is worked out
 */
public record NewDerived(@Size(max = 60) String name, @Size(max = 60) String zh, @Size(max = 100) String en,
		@Size(max = 2000) String is) implements Checked {

	private static final Pattern PATH = Pattern.compile(NewFact.NAME + "(\\." + NewFact.NAME + ")*");

	@Override
	public void check(JsonFields fields) {
		if (!PATH.matcher(this.name).matches()) {
			fields.refuse("name", NewFactFault.FACT_NAME_NOT_ADMITTED);
		}
	}

	/**
	 * How a fact file declares it.
	 * @return one line
	 */
	public String yaml() {
		return this.name + ": {is: " + NewFact.quoted(this.is) + ", " + NewFact.words(this.zh, this.en) + "}";
	}

}
