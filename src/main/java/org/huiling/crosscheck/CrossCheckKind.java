package org.huiling.crosscheck;

/** What a list is of. */
public enum CrossCheckKind {

	/** 死亡人员: who died, and when. */
	DEATHS,

	/** 户籍和居住: who is registered or lives where, and since when. */
	RESIDENCE

}
