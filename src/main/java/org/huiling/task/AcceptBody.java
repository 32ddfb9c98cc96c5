package org.huiling.task;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.ReasonBody;
import org.jspecify.annotations.Nullable;

/**
 * That what a task proposes is to be done.
 *
 * @param reason in the words of who does it, for the record; null if none
 * @param contact how somebody was reached who was drawn for verification; null for other
 * tasks
 */
@Schema(example = "{\"reason\": \"殡葬信息已与村委会核实\"}")
public record AcceptBody(@Size(max = ReasonBody.LONGEST) @Nullable String reason, @Nullable Contact contact) {
}
