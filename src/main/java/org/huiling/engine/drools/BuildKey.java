package org.huiling.engine.drools;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.drools.model.Model;
import org.huiling.engine.table.RuleTable;
import org.huiling.facts.Applicant;
import org.huiling.facts.Awards;
import org.huiling.facts.Benefit;
import org.huiling.facts.Claim;
import org.huiling.facts.Dibao;
import org.huiling.facts.Disability;
import org.huiling.facts.Household;
import org.huiling.facts.Hukou;
import org.huiling.facts.Insurance;
import org.huiling.facts.Money;
import org.huiling.facts.Pension;
import org.huiling.facts.Ratio;
import org.huiling.facts.Residence;
import org.huiling.facts.Segments;
import org.huiling.facts.Table;

/**
 * Under what compiled classes are kept: the version's digest with everything that had a
 * hand in compiling it. Any change of these compiles anew.
 */
final class BuildKey {

	private static final String MAKERS = "drools " + drools() + ", java " + Runtime.version().feature() + ", compiler "
			+ DroolsBuild.COMPILER + ", guard " + ClassGuard.VERSION + ", tables " + RuleTable.VERSION + ", bundle 4"
			+ ", vocabulary " + Integer.toHexString(vocabulary());

	private BuildKey() {
	}

	static String of(String digest) {
		return digest + ", " + MAKERS;
	}

	private static String drools() {
		return Objects.requireNonNullElse(Model.class.getPackage().getImplementationVersion(), "unknown");
	}

	/** What compiled rules link to. */
	private static int vocabulary() {
		TreeSet<String> methods = new TreeSet<>();
		for (Class<?> type : List.of(Applicant.class, Awards.class, Benefit.class, Claim.class, Dibao.class,
				Disability.class, Household.class, Hukou.class, Insurance.class, Money.class, Pension.class,
				Ratio.class, Residence.class, Segments.class, Table.class)) {
			Arrays.stream(type.getMethods()).forEach((method) -> methods.add(method.toString()));
		}
		return methods.hashCode();
	}

}
