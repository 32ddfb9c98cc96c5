package org.huiling.payment.hold;

import java.time.YearMonth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.ReasonBody;
import org.huiling.payment.calculation.HoldCode;
import org.jspecify.annotations.Nullable;

/**
 * Which payments are to be held back.
 *
 * @param program which program's, null for all
 * @param from since which month
 * @param code why
 * @param reason in the words of who holds them back
 */
@Schema(example = """
		{"from": "2013-07", "code": "OUT_OF_CONTACT", "reason": "电话两次无人接听"}""")
public record HoldBody(@Size(max = 64) @Nullable String program, YearMonth from, HoldCode code,
		@Size(max = ReasonBody.LONGEST) String reason) {

	/**
	 * What is to be held back, by the code's name.
	 * @param program which program's, null for all
	 * @param from since which month
	 * @param code one of {@link Holds#codes()}
	 * @param reason in the words of who holds it back
	 * @return the body
	 * @throws IllegalArgumentException if there is no such code
	 */
	public static HoldBody of(@Nullable String program, YearMonth from, String code, String reason) {
		return new HoldBody(program, from, HoldCode.valueOf(code), reason);
	}

}
