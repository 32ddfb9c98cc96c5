package org.huiling.decision;

import java.util.ArrayList;
import java.util.List;

import org.huiling.policy.PolicyPicture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The policies that were known, as text: equal ones give equal texts. */
final class PictureJson {

	private static final JsonMapper MAPPER = new JsonMapper();

	private PictureJson() {
	}

	static String write(PolicyPicture picture) {
		ObjectNode json = MAPPER.createObjectNode().put("jurisdiction", picture.jurisdiction());
		ArrayNode programs = json.putArray("programs");
		picture.pages().forEach((page) -> {
			ArrayNode versions = programs.addObject().put("program", page.program()).putArray("versions");
			page.editions()
				.forEach((edition) -> versions.addObject()
					.put("version", edition.version())
					.put("digest", edition.digest()));
		});
		return MAPPER.writeValueAsString(json);
	}

	static PolicyPicture read(String text) {
		JsonNode json = MAPPER.readTree(text);
		List<PolicyPicture.Page> pages = new ArrayList<>();
		json.get("programs").forEach((program) -> {
			List<PolicyPicture.Edition> editions = new ArrayList<>();
			program.get("versions")
				.forEach((version) -> editions.add(new PolicyPicture.Edition(version.get("version").asString(),
						version.get("digest").asString())));
			pages.add(new PolicyPicture.Page(program.get("program").asString(), editions));
		});
		return new PolicyPicture(json.get("jurisdiction").asString(), pages);
	}

}
