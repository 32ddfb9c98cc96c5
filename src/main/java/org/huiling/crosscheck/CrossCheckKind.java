package org.huiling.crosscheck;

/** What a list is of. */
public enum CrossCheckKind {

	/** 死亡人员: who died, and when. */
	DEATHS,

	/** 户籍和居住: who is registered or lives where, and since when. */
	RESIDENCE,

	/** 他处领取: who draws which benefit elsewhere, and in which months. */
	OTHER_BENEFIT,

	/** 全部人口: everybody whom the police has in the jurisdiction. */
	POPULATION

}
