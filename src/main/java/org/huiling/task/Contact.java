package org.huiling.task;

/** How somebody was reached. */
public enum Contact {

	/** 电话: by telephone. */
	PHONE,

	/** 上门: at their home. */
	VISIT

}
