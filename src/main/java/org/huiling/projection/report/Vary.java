package org.huiling.projection.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Size;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.huiling.input.ShapeFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A number of a program that is set to several others in turn, in every version in force
 * in the months projected.
 *
 * @param program the program's id
 * @param parameter the parameter's name
 * @param values the other values, at most {@value #MOST}
 */
public record Vary(@Size(max = 64) String program, @Size(max = 64) String parameter,
		@ReadBy(Values.class) @Size(max = MOST) List<BigDecimal> values) {

	static final int MOST = 5;

	public Vary {
		values = List.copyOf(values);
	}

	/** Reads some numbers. */
	static final class Values implements FieldReader<List<BigDecimal>> {

		@Override
		public @Nullable List<BigDecimal> read(JsonFields fields, String name) {
			JsonNode said = fields.json(name);
			List<BigDecimal> values = new ArrayList<>();
			if (said == null || !said.isArray() || said.isEmpty() || said.size() > MOST) {
				fields.refuse(name, ProjectionFault.VALUES_NOT_SAID, MOST);
				return null;
			}
			for (JsonNode one : said) {
				if (!one.isNumber()) {
					fields.refuse(name, ShapeFault.WRONG_TYPE, "number");
					return null;
				}
				values.add(one.decimalValue());
			}
			return values;
		}

	}

}
