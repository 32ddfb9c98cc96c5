package org.huiling.command.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.huiling.command.service.ServiceClient;
import org.huiling.command.sync.SyncItem.State;
import org.huiling.engine.Bilingual;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.engine.standard.StandardsFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.huiling.command.service.ServiceClient.path;

/**
 * The standards of the jurisdictions of a rules directory and those in force in a
 * service, for {@code sync}. Those that differ are drafted; none are ever overwritten
 * here.
 */
final class SyncStandards {

	private static final String API = "/api/v1";

	private static final Set<String> OPEN = Set.of("DRAFT", "REJECTED", "SUBMITTED", "APPROVED");

	private static final Bilingual PULL = new Bilingual("只在服务里；--pull 会写进目录",
			"only in the service: --pull writes it here");

	private static final Bilingual PUSH = new Bilingual("只在目录里；--push 会建草稿，由别人审批",
			"only in the directory: --push drafts it, for others to approve");

	private static final Bilingual NO_OWNER = new Bilingual("只在目录里；服务里还没有这个辖区，先 --push 它的政策",
			"only in the directory: the service does not have the jurisdiction yet, --push its policies first");

	private static final Bilingual CHANGED = new Bilingual("与服务里施行的不同；--push 会建草稿，由别人审批。目录里的是旧的，就删去再 --pull",
			"differs from those in force: --push drafts it, for others to approve; if the one here is the older, delete"
					+ " it and --pull");

	private static final Bilingual DRAFTED = new Bilingual("服务里已有草稿，等待审批",
			"drafted in the service, waiting for approval");

	private final ServiceClient client;

	private final Path rules;

	/** The files by jurisdiction. */
	private final Map<String, byte[]> here = new TreeMap<>();

	private final Map<String, byte[]> there = new TreeMap<>();

	private final Set<String> owners = new TreeSet<>();

	/** Whose draft of what stands here waits to be published. */
	private final Set<String> waiting = new TreeSet<>();

	private SyncStandards(ServiceClient client, Path rules) {
		this.client = client;
		this.rules = rules;
	}

	/**
	 * Reads both sides.
	 * @param rules the rules directory
	 * @param client the service
	 * @param toPush whether something is to be drafted, so that drafts there matter
	 * @return what both have
	 * @throws IOException if one cannot be read
	 */
	static SyncStandards read(Path rules, ServiceClient client, boolean toPush) throws IOException {
		SyncStandards standards = new SyncStandards(client, rules.toAbsolutePath().normalize());
		try (Stream<Path> directories = Files.list(standards.rules)) {
			for (Path directory : (Iterable<Path>) directories.sorted()::iterator) {
				if (Files.isRegularFile(StandardsFiles.file(directory), LinkOption.NOFOLLOW_LINKS)) {
					standards.here.put(directory.getFileName().toString(), StandardsFiles.bytes(directory));
				}
			}
		}
		client.list(API + "/jurisdictions").forEach((one) -> standards.owners.add(one.get("id").asString()));
		for (JsonNode standard : client.list(API + "/standards")) {
			String owner = standard.get("jurisdiction").asString();
			if (!standards.there.containsKey(owner)) {
				standards.there.put(owner, client.bytes(API + path("standards", owner, "file")));
			}
		}
		for (JsonNode draft : toPush ? client.list(API + "/drafts") : List.<JsonNode>of()) {
			if (draft.path("standards").asBoolean() && OPEN.contains(draft.get("state").asString())) {
				String owner = draft.get("jurisdiction").asString();
				byte[] drafted = client
					.bytes(API + path("drafts", draft.get("id").asString(), "files", StandardsFile.NAME));
				if (Arrays.equals(drafted, standards.here.get(owner))) {
					standards.waiting.add(owner);
				}
			}
		}
		return standards;
	}

	private static String place(String owner) {
		return owner + "/" + StandardsFile.NAME;
	}

	private static String owner(SyncItem item) {
		return item.place().substring(0, item.place().indexOf('/'));
	}

	/** What differs. */
	List<SyncItem> items() {
		List<SyncItem> items = new ArrayList<>();
		Set<String> all = new TreeSet<>(this.here.keySet());
		all.addAll(this.there.keySet());
		for (String owner : all) {
			if (!this.here.containsKey(owner)) {
				items.add(new SyncItem(place(owner), State.ONLY_THERE, PULL));
			}
			else if (!Arrays.equals(this.here.get(owner), this.there.get(owner))) {
				items.add(differing(owner));
			}
		}
		return items;
	}

	private SyncItem differing(String owner) {
		if (this.waiting.contains(owner)) {
			return new SyncItem(place(owner), State.DRAFTED, DRAFTED);
		}
		if (this.there.containsKey(owner)) {
			return new SyncItem(place(owner), State.CHANGED, CHANGED);
		}
		return new SyncItem(place(owner), State.ONLY_HERE, this.owners.contains(owner) ? PUSH : NO_OWNER);
	}

	/** Writes a file that only the service has, whole or not at all. */
	void pull(SyncItem item) throws IOException {
		Path directory = Files.createDirectories(this.rules.resolve(owner(item)));
		Path partial = directory.resolve("." + StandardsFile.NAME + ".partial");
		Files.write(partial, Objects.requireNonNull(this.there.get(owner(item))));
		Files.move(partial, StandardsFiles.file(directory), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Drafts a file that differs; somebody has to submit it and somebody else to approve
	 * it. Null where the service does not have its jurisdiction.
	 */
	SyncService.@Nullable Drafted push(SyncItem item) {
		String owner = owner(item);
		if (!this.owners.contains(owner)) {
			return null;
		}
		Map<String, Object> wanted = Map.of("standards", true, "jurisdiction", owner, "title",
				Map.of("zh", owner + " 的标准", "en", "Standards of " + owner));
		String draft = this.client.post(API + "/drafts", ServiceClient.JSON.valueToTree(wanted)).get("id").asString();
		this.client.put(API + path("drafts", draft, "files", StandardsFile.NAME),
				Objects.requireNonNull(this.here.get(owner)));
		JsonNode check = this.client.post(API + path("drafts", draft, "check"), ServiceClient.JSON.createObjectNode());
		return new SyncService.Drafted(draft, check.get("ok").asBoolean());
	}

}
