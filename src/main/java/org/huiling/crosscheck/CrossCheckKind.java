package org.huiling.crosscheck;

/** What a list is of. */
public enum CrossCheckKind {

	/** 死亡人员: who died, and when. */
	DEATHS

}
