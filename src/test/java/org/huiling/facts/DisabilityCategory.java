package org.huiling.facts;

/** 残疾类别. */
public final class DisabilityCategory {

	public static final Code VISUAL = Code.of("DisabilityCategory", "VISUAL");

	public static final Code HEARING = Code.of("DisabilityCategory", "HEARING");

	public static final Code SPEECH = Code.of("DisabilityCategory", "SPEECH");

	public static final Code PHYSICAL = Code.of("DisabilityCategory", "PHYSICAL");

	public static final Code INTELLECTUAL = Code.of("DisabilityCategory", "INTELLECTUAL");

	public static final Code MENTAL = Code.of("DisabilityCategory", "MENTAL");

	public static final Code MULTIPLE = Code.of("DisabilityCategory", "MULTIPLE");

	private DisabilityCategory() {
	}

}
