package org.huiling.decision.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.policy.CatalogueSnapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The policies that were known, as text: equal ones give equal texts. */
public final class CatalogueSnapshotJson {

	private static final JsonMapper MAPPER = new JsonMapper();

	private CatalogueSnapshotJson() {
	}

	public static String write(CatalogueSnapshot snapshot) {
		ObjectNode json = MAPPER.createObjectNode().put("jurisdiction", snapshot.jurisdiction());
		if (snapshot.dictionary() != null) {
			json.put("dictionary", snapshot.dictionary());
		}
		if (!snapshot.standards().isEmpty()) {
			ObjectNode standards = json.putObject("standards");
			snapshot.standards().forEach(standards::put);
		}
		ArrayNode programs = json.putArray("programs");
		snapshot.pages().forEach((page) -> {
			ObjectNode program = programs.addObject().put("program", page.program());
			if (page.owner() != null) {
				program.put("owner", page.owner());
			}
			ArrayNode versions = program.putArray("versions");
			page.editions()
				.forEach((edition) -> versions.addObject()
					.put("version", edition.version())
					.put("digest", edition.digest()));
		});
		return MAPPER.writeValueAsString(json);
	}

	public static CatalogueSnapshot read(String text) {
		JsonNode json = MAPPER.readTree(text);
		List<CatalogueSnapshot.Page> pages = new ArrayList<>();
		json.get("programs").forEach((program) -> {
			List<CatalogueSnapshot.Edition> editions = new ArrayList<>();
			program.get("versions")
				.forEach((version) -> editions.add(new CatalogueSnapshot.Edition(version.get("version").asString(),
						version.get("digest").asString())));
			pages.add(new CatalogueSnapshot.Page(program.get("program").asString(),
					program.has("owner") ? program.get("owner").asString() : null, editions));
		});
		Map<String, String> standards = new TreeMap<>();
		json.path("standards").forEachEntry((owner, digest) -> standards.put(owner, digest.asString()));
		return new CatalogueSnapshot(json.get("jurisdiction").asString(),
				json.has("dictionary") ? json.get("dictionary").asString() : null, standards, pages);
	}

}
