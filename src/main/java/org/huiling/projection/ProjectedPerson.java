package org.huiling.projection;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.huiling.projection.report.Change;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom a projection changes something, or nobody can tell.
 *
 * @param applicantId the person
 * @param fileNumber of the person's file, null if it was erased
 * @param residentId masked, null if it is not known
 * @param change how it differs
 * @param before the sum over the months by what is in force
 * @param after the sum over the months with what is tried
 * @param difference of the two
 * @param because by which programs
 * @param currency what amounts are in, a code of ISO 4217
 */
public record ProjectedPerson(UUID applicantId, @Nullable String fileNumber, @Nullable String residentId, Change change,
		BigDecimal before, BigDecimal after, BigDecimal difference, List<Because> because, String currency) {

	/**
	 * What differs of one program.
	 *
	 * @param program the program's id
	 * @param change how it differs there
	 * @param since the first month that differs or cannot be told, null if none
	 * @param before the sum over the months
	 * @param after the sum over the months
	 * @param missing paths of the fields without which it cannot be told
	 */
	public record Because(String program, Change change, @Nullable YearMonth since, BigDecimal before, BigDecimal after,
			List<String> missing) {
	}

}
