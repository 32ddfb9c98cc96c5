package org.huiling.command.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.huiling.command.service.ServiceClient;
import org.huiling.command.sync.SyncItem.State;
import org.huiling.engine.Bilingual;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.huiling.command.service.ServiceClient.path;

/**
 * The fact files of a rules directory and those in force in a service, for {@code sync}.
 * One that differs is drafted, since fact files change; none is ever overwritten here.
 */
final class SyncFacts {

	private static final String API = "/api/v1";

	private static final String PLACE = FactFiles.DIRECTORY + "/";

	private static final Set<String> OPEN = Set.of("DRAFT", "REJECTED", "SUBMITTED", "APPROVED");

	private static final Bilingual PULL = new Bilingual("只在服务里；--pull 会写进目录",
			"only in the service: --pull writes it here");

	private static final Bilingual PUSH = new Bilingual("只在目录里；--push 会建草稿，由别人审批",
			"only in the directory: --push drafts it, for others to approve");

	private static final Bilingual CHANGED = new Bilingual("与服务里施行的不同；--push 会建草稿，由别人审批。目录里的是旧的，就删去再 --pull",
			"differs from the one in force: --push drafts it, for others to approve; if the one here is the older, delete"
					+ " it and --pull");

	private static final Bilingual DRAFTED = new Bilingual("服务里已有草稿，等待审批",
			"drafted in the service, waiting for approval");

	private final ServiceClient client;

	private final Path directory;

	private final Map<String, byte[]> here;

	private final Map<String, byte[]> there;

	/** What waits to be published, by the name of the file. */
	private final Map<String, Waiting> waiting = new TreeMap<>();

	@SuppressWarnings("ArrayRecordComponent") // compared byte by byte
	private record Waiting(String draft, byte[] content) {
	}

	private SyncFacts(ServiceClient client, Path directory, Map<String, byte[]> here, Map<String, byte[]> there) {
		this.client = client;
		this.directory = directory;
		this.here = here;
		this.there = there;
	}

	/**
	 * Reads both sides.
	 * @param rules the rules directory
	 * @param client the service
	 * @param toPush whether something is to be drafted, so that drafts there are matter
	 * @return what both have
	 * @throws IOException if one cannot be read
	 */
	static SyncFacts read(Path rules, ServiceClient client, boolean toPush) throws IOException {
		Path directory = rules.toAbsolutePath().normalize().resolve(FactFiles.DIRECTORY);
		Map<String, byte[]> here = FactFiles.isDirectory(directory) ? FactFiles.read(directory).files() : Map.of();
		SyncFacts facts = new SyncFacts(client, directory, here, unzipped(client.bytes(API + "/facts/export")));
		for (JsonNode draft : toPush ? client.list(API + "/drafts") : List.<JsonNode>of()) {
			String file = draft.path("factFile").asString("") + ".yaml";
			if (here.containsKey(file) && OPEN.contains(draft.get("state").asString())) {
				String id = draft.get("id").asString();
				facts.wait(file, id, client.bytes(API + path("drafts", id, "files", file)));
			}
		}
		return facts;
	}

	private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				if (!entry.getName().matches(PLACE + "[a-z0-9][a-z0-9-]*\\.yaml")) {
					throw new IOException(entry.getName() + ": the export holds other files");
				}
				files.put(entry.getName().substring(PLACE.length()), in.readAllBytes());
			}
		}
		return files;
	}

	/** A draft of what stands here counts; another one of the file is somebody else's. */
	private void wait(String file, String draft, byte[] content) {
		if (Arrays.equals(this.here.get(file), content)) {
			this.waiting.put(file, new Waiting(draft, content));
		}
	}

	/** What differs. */
	List<SyncItem> items() {
		List<SyncItem> items = new ArrayList<>();
		Set<String> names = new TreeSet<>(this.here.keySet());
		names.addAll(this.there.keySet());
		for (String name : names) {
			if (!this.here.containsKey(name)) {
				items.add(new SyncItem(PLACE + name, State.ONLY_THERE, PULL));
			}
			else if (!Arrays.equals(this.here.get(name), this.there.get(name))) {
				items.add(differing(name));
			}
		}
		return items;
	}

	private SyncItem differing(String name) {
		if (this.waiting.containsKey(name)) {
			return new SyncItem(PLACE + name, State.DRAFTED, DRAFTED);
		}
		return this.there.containsKey(name) ? new SyncItem(PLACE + name, State.CHANGED, CHANGED)
				: new SyncItem(PLACE + name, State.ONLY_HERE, PUSH);
	}

	/** What is wrong with the files here, taken together with those in force. */
	List<SyncItem> broken() {
		return files().reading()
			.problems()
			.stream()
			.filter((problem) -> problem.severity() == Severity.ERROR)
			.map(SyncFacts::broken)
			.toList();
	}

	private static SyncItem broken(Problem problem) {
		return new SyncItem(PLACE + problem.file() + ":" + problem.line(), State.BROKEN, problem.message());
	}

	private FactFiles files() {
		Map<String, byte[]> files = new TreeMap<>(this.there);
		files.putAll(this.here);
		return new FactFiles(files);
	}

	/** Whether two fact files are the same. */
	long same() {
		return this.here.keySet()
			.stream()
			.filter((name) -> Arrays.equals(this.here.get(name), this.there.get(name)))
			.count();
	}

	/** Writes a file that only the service has, whole or not at all. */
	void pull(SyncItem item) throws IOException {
		String name = item.place().substring(PLACE.length());
		Files.createDirectories(this.directory);
		Path partial = this.directory.resolve("." + name + ".partial");
		Files.write(partial, Objects.requireNonNull(this.there.get(name)));
		Files.move(partial, this.directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Drafts a file that differs; somebody has to submit it and somebody else to approve
	 * it.
	 */
	SyncService.@Nullable Drafted push(SyncItem item) {
		String name = item.place().substring(PLACE.length());
		Dictionary dictionary = files().reading().dictionary();
		FactFile file = (dictionary == null) ? null
				: dictionary.files()
					.stream()
					.filter((one) -> name.equals(one.name() + ".yaml"))
					.findFirst()
					.orElse(null);
		if (file == null) {
			// told as broken
			return null;
		}
		Map<String, Object> wanted = new LinkedHashMap<>();
		wanted.put("factFile", file.name());
		wanted.put("title", Map.of("zh", file.label().zh(), "en", file.label().en()));
		if (file.owner() != null) {
			wanted.put("owner", file.owner());
		}
		byte[] content = Objects.requireNonNull(this.here.get(name));
		String draft = this.client.post(API + "/drafts", ServiceClient.JSON.valueToTree(wanted)).get("id").asString();
		this.client.put(API + path("drafts", draft, "files", name), content);
		wait(name, draft, content);
		JsonNode check = this.client.post(API + path("drafts", draft, "check"), ServiceClient.JSON.createObjectNode());
		return new SyncService.Drafted(draft, check.get("ok").asBoolean());
	}

	/** The drafts that versions from here need. */
	List<String> needs() {
		return this.waiting.values().stream().map(Waiting::draft).toList();
	}

}
