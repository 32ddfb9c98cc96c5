package org.huiling.crosscheck;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.identity.ResidentId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What lists of others say of a person, as long as these lists are kept. */
@Component
class CrossCheckLinesKept implements KeptAboutPeople {

	private final CrossCheckStore store;

	CrossCheckLinesKept(CrossCheckStore store) {
		this.store = store;
	}

	@Override
	public Set<String> tables() {
		return Set.of("cross_check_line");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		return Map.of("crossCheckLines", this.store.linesAbout(files, most).stream().map((about) -> {
			CrossCheck check = about.check();
			Map<String, Object> line = new LinkedHashMap<>();
			line.put("crossCheck", check.id());
			line.put("kind", check.kind());
			line.put("asOf", check.asOf());
			line.put("orderedBy", check.orderedBy());
			line.put("orderedAt", check.orderedAt());
			line.put("keptUntil", check.keptUntil());
			line.put("line", about.line().line().number());
			line.put("outcome", about.line().outcome());
			put(line, about.line().line().said());
			return line;
		}).toList());
	}

	private static void put(Map<String, Object> line, ListLine.@Nullable Said said) {
		if (said == null) {
			return;
		}
		put(line, "residentId", (said.residentId() != null) ? new ResidentId(said.residentId()).masked() : null);
		put(line, "name", said.name());
		put(line, "birthDate", said.birthDate());
		put(line, "date", said.date());
		put(line, "hukouRegion", said.hukou());
		put(line, "residenceRegion", said.residence());
		put(line, "drawn", said.drawn());
	}

	private static void put(Map<String, Object> line, String field, @Nullable Object value) {
		if (value != null) {
			line.put(field, value);
		}
	}

}
