package org.huiling.account.keeping;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.huiling.account.keeping.AccountFields.NewPassword;
import org.huiling.account.keeping.AccountFields.Typed;
import org.huiling.input.ReadBy;

/**
 * The old and the new password of somebody.
 *
 * @param old as typed
 * @param next as typed
 */
@Schema(example = "{\"old\": \"seven quiet lanterns\", \"new\": \"eight louder lanterns\"}")
public record PasswordBody(@ReadBy(Typed.class) String old,
		@ReadBy(NewPassword.class) @JsonProperty("new") String next) {

	/** Without either. */
	@Override
	public String toString() {
		return "PasswordBody";
	}

}
