package org.huiling.command.sync;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.command.service.ServiceClient;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.facts.Subject;
import tools.jackson.databind.JsonNode;

import static org.huiling.command.service.ServiceClient.path;

/** What a service has published and drafted, for {@code sync}. */
final class SyncService {

	private static final String API = "/api/v1";

	private static final Set<String> OWNERS = Set.of("JURISDICTION_ADD", "PROGRAM_ADD");

	private final ServiceClient client;

	private final Map<String, JsonNode> jurisdictions = new HashMap<>();

	private final Map<String, JsonNode> programs = new HashMap<>();

	private final Map<String, JsonNode> published = new TreeMap<>();

	private final Set<String> drafted = new HashSet<>();

	private final Set<String> proposed = new HashSet<>();

	private SyncService(ServiceClient client) {
		this.client = client;
	}

	/**
	 * Asks a service.
	 * @param client the service
	 * @param toPush whether something is to be drafted, so that what waits to be
	 * confirmed matters
	 * @return what it has
	 * @throws IOException if it cannot be asked or refuses
	 */
	static SyncService read(ServiceClient client, boolean toPush) throws IOException {
		SyncService service = new SyncService(client);
		for (JsonNode each : client.list(API + "/jurisdictions")) {
			service.jurisdictions.put(each.get("id").asString(), each);
		}
		for (JsonNode each : client.list(API + "/programs")) {
			service.programs.put(each.get("jurisdiction").asString() + "/" + each.get("id").asString(), each);
		}
		for (JsonNode each : client.list(API + "/policies")) {
			String place = each.get("jurisdiction").asString() + "/" + each.get("program").asString() + "/"
					+ each.get("version").asString();
			if (each.path("draft").isString()) {
				service.drafted.add(place);
			}
			else {
				service.published.put(place, each);
			}
		}
		for (JsonNode each : toPush ? client.list(API + "/proposals?state=PROPOSED") : List.<JsonNode>of()) {
			if (OWNERS.contains(each.get("action").asString())) {
				service.proposed.add(each.get("subject").asString());
			}
		}
		return service;
	}

	/** Versions by place, withdrawn ones too. */
	Map<String, JsonNode> published() {
		return this.published;
	}

	boolean isDrafted(String place) {
		return this.drafted.contains(place);
	}

	/** Which of a version's files are other ones than those published. */
	Set<String> differing(String place, VersionDirectory here) throws IOException {
		Map<String, byte[]> files = new TreeMap<>(here.files().files());
		Set<String> differing = new TreeSet<>(files.keySet());
		for (JsonNode file : this.client.get(API + path("policies", place)).get("files")) {
			String name = file.get("path").asString();
			byte[] own = files.get(name);
			boolean same = own != null
					&& Arrays.equals(own, this.client.bytes(API + path("policies", place, "files", name)));
			if (same) {
				differing.remove(name);
			}
			else {
				differing.add(name);
			}
		}
		return differing;
	}

	/** Brings a version into the directory. */
	void pull(String place, SyncTree tree) throws IOException {
		JsonNode version = Objects.requireNonNull(this.published.get(place));
		String jurisdiction = version.get("jurisdiction").asString();
		tree.write(Objects.requireNonNull(this.jurisdictions.get(jurisdiction)),
				Objects.requireNonNull(this.programs.get(jurisdiction + "/" + version.get("program").asString())));
		tree.write(place, this.client.bytes(API + path("policies", place, "export")), version.get("digest").asString());
	}

	/**
	 * Whether a draft of a version would be published under its name.
	 * @param here the version
	 * @return false while a version that it corrects is missing
	 */
	boolean isNext(VersionDirectory here) {
		String[] name = here.files().version().split("\\.");
		int number = (name.length > 1) ? Integer.parseInt(name[1]) : 1;
		String prefix = here.files().jurisdiction() + "/" + here.files().program() + "/" + name[0];
		long before = this.published.keySet()
			.stream()
			.filter((place) -> place.equals(prefix) || place.startsWith(prefix + "."))
			.count();
		return before == number - 1;
	}

	/**
	 * Drafts a version; somebody has to submit it and somebody else to approve it.
	 * @param here the version
	 * @param needs the drafts of fact files that it may use
	 * @return the draft's id, and whether it passes its check
	 * @throws IOException if the service refuses
	 */
	Drafted push(VersionDirectory here, List<String> needs) throws IOException {
		PolicyHeader header = new PolicyCompiler().outline(here.files());
		Map<String, Object> wanted = new LinkedHashMap<>();
		wanted.put("jurisdiction", here.jurisdiction().id());
		wanted.put("program", here.program().id());
		wanted.put("effectiveFrom", header.effectiveFrom().toString());
		wanted.put("title", both(header.title()));
		if (!needs.isEmpty()) {
			wanted.put("needs", needs);
		}
		String draft = post("/drafts", wanted).get("id").asString();
		for (Map.Entry<String, byte[]> file : here.files().files().entrySet()) {
			this.client.put(API + path("drafts", draft, "files", file.getKey()), file.getValue());
		}
		return new Drafted(draft, post(path("drafts", draft, "check"), Map.of()).get("ok").asBoolean());
	}

	/**
	 * What the service lacks before a version can be drafted.
	 * @param here the version
	 * @return its jurisdiction's id, or its program's behind that; none if both are there
	 */
	Optional<String> missingOwner(VersionDirectory here) {
		String program = here.jurisdiction().id() + "/" + here.program().id();
		if (!this.jurisdictions.containsKey(here.jurisdiction().id())) {
			return Optional.of(here.jurisdiction().id());
		}
		return this.programs.containsKey(program) ? Optional.empty() : Optional.of(program);
	}

	/** Whether a jurisdiction or program waits for somebody to confirm it. */
	boolean isProposed(String owner) {
		return this.proposed.contains(owner);
	}

	/**
	 * Proposes the jurisdiction or program that a version needs; somebody else has to
	 * confirm it.
	 * @param here the version
	 * @param owner which of them is missing
	 * @return the proposal's id
	 */
	String propose(VersionDirectory here, String owner) {
		this.proposed.add(owner);
		Jurisdiction jurisdiction = here.jurisdiction();
		Program program = here.program();
		JsonNode proposal = owner.equals(jurisdiction.id())
				? post("/jurisdictions",
						Map.of("id", jurisdiction.id(), "name", both(jurisdiction.name()), "regionPrefix",
								jurisdiction.regionPrefix(), "currency", jurisdiction.currency()))
				: post(path("jurisdictions", jurisdiction.id(), "programs"), described(program));
		return proposal.get("id").asString();
	}

	private static Map<String, Object> described(Program program) {
		Map<String, Object> described = new HashMap<>(
				Map.of("id", program.id(), "name", both(program.name()), "cycle", program.cycle().name(), "unit",
						program.unit(), "order", program.order(), "paidTo", program.paidTo().name()));
		if (!program.over().isClaims()) {
			described.put("over", program.over().list());
		}
		if (program.subject() != Subject.PERSON) {
			described.put(Subject.FIELD, program.subject().word());
		}
		if (program.appliesBelow()) {
			described.put("appliesBelow", true);
		}
		return described;
	}

	private JsonNode post(String path, Map<String, ?> body) {
		return this.client.post(API + path, ServiceClient.JSON.valueToTree(body));
	}

	private static Map<String, String> both(Bilingual text) {
		return Map.of("zh", text.zh(), "en", text.en());
	}

	/**
	 * A draft that was made.
	 *
	 * @param id its id
	 * @param ok whether it passes its check
	 */
	record Drafted(String id, boolean ok) {
	}

}
