package org.huiling.facts;

/** 残疾类别. */
public enum DisabilityCategory {

	VISUAL, HEARING, SPEECH, PHYSICAL, INTELLECTUAL, MENTAL, MULTIPLE

}
