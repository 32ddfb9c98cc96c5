package org.huiling.task;

/** How far a task is. */
public enum TaskState {

	/** 待办: nobody did anything about it. */
	OPEN,

	/** 已办: what it proposes was done. */
	DONE,

	/** 不办: somebody found that nothing is to be done, and why. */
	DISMISSED

}
