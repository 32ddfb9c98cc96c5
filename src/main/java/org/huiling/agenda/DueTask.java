package org.huiling.agenda;

import org.huiling.task.NewTask;

/**
 * Something that is due as things stand.
 *
 * @param task what is to be looked at
 * @param fresh whether a task is opened for it: what lies too far back only keeps one
 * open that there is
 */
record DueTask(NewTask task, boolean fresh) {

	/** Without anything personal. */
	@Override
	public String toString() {
		return this.task.toString();
	}

}
