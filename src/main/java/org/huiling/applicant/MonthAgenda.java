package org.huiling.applicant;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a month brings to the people on file, as far as the user may see them; each list
 * as in a search, the first {@value #SHOWN} people. Reading them is noted in the audit
 * trail.
 */
public interface MonthAgenda {

	/** How many people a list holds at most. */
	int SHOWN = 50;

	/**
	 * Whose birthday it is in a month.
	 * @param month the month
	 * @param ages those that matter
	 * @return people alive who complete one of the ages, with {@code age}
	 */
	List<ObjectNode> birthdays(YearMonth month, Collection<Integer> ages);

	/**
	 * Whose life check runs out.
	 * @param month the month
	 * @param valid for how many months a check holds
	 * @return people alive whose last check holds no longer than the month, those that
	 * ran out last first, with {@code lastPassed}
	 */
	List<ObjectNode> lifeChecks(YearMonth month, int valid);

	/**
	 * Whose dibao or status ends in a month.
	 * @param month the month
	 * @return people alive, with {@code ends}: the codes of what ends
	 */
	List<ObjectNode> endings(YearMonth month);

}
