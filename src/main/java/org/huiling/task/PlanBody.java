package org.huiling.task;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.Checked;
import org.huiling.input.JsonFields;
import org.huiling.input.ShapeFault;
import org.jspecify.annotations.Nullable;

/**
 * Who is to do a task, and by when; what is not said stays.
 *
 * @param assignee the account
 * @param due the day
 */
@Schema(example = "{\"assignee\": \"caseworker\", \"due\": \"2013-09-07\"}")
public record PlanBody(@Size(max = 100) @Nullable String assignee, @Nullable LocalDate due) implements Checked {

	@Override
	public void check(JsonFields fields) {
		if (this.assignee == null && this.due == null) {
			fields.refuse("due", ShapeFault.REQUIRED);
		}
	}

}
