package org.huiling.agenda;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A source of tasks. Whatever it finds it finds again as long as its reason lasts, with
 * the same key.
 */
interface TaskSource {

	/** What tasks of the agenda have before the source's name. */
	String AGENDA = "AGENDA:";

	/** Such as {@code AGENDA:LIFE_CHECK}. */
	String name();

	/**
	 * Of whom something may be found.
	 * @param look for whom and when
	 * @return found by indexes, each once
	 */
	Collection<UUID> candidates(Look look);

	/**
	 * What is due of some people.
	 * @param look for whom and when
	 * @param people candidates, or those about whom tasks are open
	 * @return what is due, long since too
	 */
	List<DueTask> findings(Look look, Collection<UUID> people);

	/**
	 * Whether its reasons go without anything being recorded or decided of the person, so
	 * that open tasks are held against them each time.
	 */
	default boolean isHeldEachTime() {
		return false;
	}

}
