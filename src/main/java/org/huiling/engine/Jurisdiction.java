package org.huiling.engine;

import java.util.Objects;

import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.source.yaml.YamlMapping;

/**
 * 辖区: an owner of policies, as {@code jurisdiction.yaml} has it.
 *
 * @param id its directory's name
 * @param name in both languages
 * @param regionPrefix the region-code prefix it claims; empty for the nation, in which
 * everybody is below some other one
 * @param currency what it pays in, a code of ISO 4217; all amounts of its policies, and
 * those that people's records hold there, are in it
 */
public record Jurisdiction(String id, Bilingual name, String regionPrefix, String currency) {

	/** What describes a jurisdiction. */
	public static final String FILE = "jurisdiction.yaml";

	/**
	 * A jurisdiction that pays in {@link Currencies#DEFAULT}.
	 * @param id its directory's name
	 * @param name in both languages
	 * @param regionPrefix the region-code prefix it claims
	 */
	public Jurisdiction(String id, Bilingual name, String regionPrefix) {
		this(id, name, regionPrefix, Currencies.DEFAULT);
	}

	/**
	 * Reads {@code jurisdiction.yaml}.
	 * @param id the directory's name
	 * @param yaml the file
	 * @return the jurisdiction
	 * @throws PolicyDefects naming every key that is missing, unknown or wrong
	 */
	public static Jurisdiction read(String id, byte[] yaml) {
		Problems problems = new Problems();
		YamlMapping file = Yaml.mapping(FILE, yaml, problems);
		problems.refuseErrors();
		Objects.requireNonNull(file).allow("id", "name", "regionPrefix", "currency");
		String written = file.text("id");
		Jurisdiction jurisdiction = new Jurisdiction(id, file.bilingual("name"), prefix(file), currency(file));
		problems.refuseErrors();
		if (!id.equals(written)) {
			problems.error(file.place("id"), "WRONG_ID", "id 应与目录名 " + id + " 一致",
					"the id must be the directory's name " + id);
		}
		if (!jurisdiction.regionPrefix().matches("(\\d{2,12})?")) {
			problems.error(file.place("regionPrefix"), "REGION_PREFIX", "行政区划代码前缀应为 2 至 12 位数字，全国写 \"\"",
					"the region prefix must be 2 to 12 digits, or \"\" for the nation");
		}
		problems.refuseErrors();
		return jurisdiction;
	}

	private static String currency(YamlMapping file) {
		String currency = file.optionalText("currency");
		if (currency == null) {
			return Currencies.DEFAULT;
		}
		Currencies.Flaw flaw = Currencies.flaw(currency);
		if (flaw == Currencies.Flaw.UNKNOWN) {
			file.wrong("currency", "应为 ISO 4217 的货币代码，如 CNY、EUR",
					"must be a currency code of ISO 4217, such as CNY, EUR");
		}
		else if (flaw == Currencies.Flaw.NOT_IN_HUNDREDTHS) {
			file.wrong("currency", currency + " 不以百分之一为小单位：金额都按分计算，不能用",
					currency + " is not divided into hundredths: amounts are counted in them, it cannot be used");
		}
		return currency;
	}

	/** Of a nation it is written, and empty. */
	private static String prefix(YamlMapping file) {
		String prefix = file.optionalText("regionPrefix");
		return (prefix != null && prefix.isEmpty()) ? prefix : file.text("regionPrefix");
	}

	/**
	 * Whether its region lies inside of another's, and is smaller.
	 * @param other another jurisdiction
	 * @return whether the other one encloses it
	 */
	public boolean isBelow(Jurisdiction other) {
		return this.regionPrefix.length() > other.regionPrefix.length()
				&& this.regionPrefix.startsWith(other.regionPrefix);
	}

}
