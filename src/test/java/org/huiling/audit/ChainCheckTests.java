package org.huiling.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.huiling.audit.chain.AuditEntry;
import org.huiling.audit.chain.AuditRow;
import org.huiling.audit.chain.ChainEnd;
import org.huiling.audit.chain.ChainKey;
import org.huiling.audit.chain.ChainKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A chain goes on under another key, and what lies before stays as it was. */
class ChainCheckTests {

	private static final ChainKey OLD = key("old");

	private static final ChainKey NEW = key("new");

	private final List<AuditRow> rows = new ArrayList<>();

	@BeforeEach
	void threeUnderTheOldKeyAndThreeUnderTheNewOne() {
		for (int i = 1; i <= 6; i++) {
			this.rows.add(row((i <= 3) ? OLD : NEW, i, "x", (i > 1) ? this.rows.get(i - 2).hash() : "",
					(i == 4) ? AuditAction.AUDIT_KEY_TURNED.name() : "X"));
		}
	}

	@Test
	void bothPartsFitTheirKeys() {
		assertThat(found(OLD, NEW)).isEmpty();
	}

	@Test
	void withoutTheOldKeyWhatWasWrittenUnderItCannotBeVerified() {
		assertThat(found(NEW)).containsExactly("1 ALTERED", "2 ALTERED", "3 ALTERED");
	}

	@Test
	void whoHasTheOldKeyCannotRewriteWhatLiesBefore() {
		this.rows.set(2, row(OLD, 3, "forged", this.rows.get(1).hash()));
		assertThat(found(OLD, NEW)).containsExactly("3 ALTERED");
	}

	@Test
	void whoHasTheOldKeyCannotAddToWhatCameAfter() {
		this.rows.set(4, row(OLD, 5, "forged", this.rows.get(3).hash()));
		assertThat(found(OLD, NEW)).containsExactly("5 ALTERED");
	}

	@Test
	void theTurnCannotBeTakenOut() {
		this.rows.remove(3);
		assertThat(found(OLD, NEW)).containsExactly("4 REMOVED");
	}

	@Test
	void whoHasTheOldKeyCannotWriteEverythingAnewWithIt() {
		for (int i = 4; i <= 5; i++) {
			this.rows.set(i - 1, row(OLD, i, "forged", this.rows.get(i - 2).hash()));
		}
		this.rows.set(5, row(NEW, 6, "x", this.rows.get(4).hash()));
		assertThat(found(OLD, NEW)).as("the key is turned by the event that says so alone")
			.containsExactly("6 ALTERED");
	}

	private List<String> found(ChainKey... keys) {
		ChainCheck check = new ChainCheck(new ChainKeys(List.of(keys)));
		this.rows.forEach(check::accept);
		String hash = this.rows.get(this.rows.size() - 1).hash();
		return check.end(new ChainEnd(6, hash, NEW.seal(6, hash)), 0)
			.problems()
			.stream()
			.map((one) -> one.event() + " " + one.kind())
			.toList();
	}

	private static AuditRow row(ChainKey key, long id, String subject, String previous) {
		return row(key, id, subject, previous, "X");
	}

	private static AuditRow row(ChainKey key, long id, String subject, String previous, String action) {
		Instant at = Instant.parse("2013-01-01T00:00:00Z");
		AuditEntry entry = new AuditEntry("x", action, subject, "{}");
		return new AuditRow(id, at, entry, previous, key.rowHash(id, at, entry, previous));
	}

	private static ChainKey key(String text) {
		return new ChainKey((text + " ".repeat(ChainKey.SHORTEST - text.length())).getBytes(StandardCharsets.US_ASCII));
	}

}
