package org.huiling.crosscheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.storage.TimeOrderedId;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a list whole, sealed line by line as it comes, or nothing of it. */
@Component
class CrossCheckIntake {

	private static final int BATCH = 1000;

	private final CrossCheckStore store;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final Clock clock;

	private final Period retention;

	CrossCheckIntake(CrossCheckStore store, AuditTrail audit, CurrentUser user, Clock clock,
			@Value("${huiling.cross-check-retention}") Period retention) {
		this.store = store;
		this.audit = audit;
		this.user = user;
		this.clock = clock;
		this.retention = retention;
	}

	/**
	 * Takes a list.
	 * @param order what it is to be matched with
	 * @param file csv or a workbook
	 * @param declared the encoding as declared; null to find out
	 * @return its id
	 * @throws org.huiling.problem.InvalidInput 400 if it is no table, 422 if a column is
	 * missing or twice
	 */
	@Transactional
	public UUID take(CrossCheckOrder order, InputStream file, @Nullable Charset declared) {
		UUID id = TimeOrderedId.next();
		int accepted = 0;
		int refused = 0;
		try (ListReader reader = ListReader.open(file, declared, order)) {
			this.store.add(id, order, reader.ignored(), this.user.name(),
					LocalDate.now(this.clock).plus(this.retention));
			List<ListLine> batch = new ArrayList<>();
			for (ListLine line = reader.next(); line != null; line = reader.next()) {
				batch.add(line);
				if (line.said() != null) {
					accepted++;
				}
				else {
					refused++;
				}
				if (batch.size() == BATCH) {
					this.store.addLines(id, batch);
					batch.clear();
				}
			}
			if (!batch.isEmpty()) {
				this.store.addLines(id, batch);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.store.counted(id, accepted, refused);
		this.audit.record(AuditAction.CROSS_CHECK_ORDERED, id.toString(), Map.of("kind", order.kind().name(),
				"jurisdiction", order.jurisdiction(), "asOf", order.asOf().toString(), "lines", accepted + refused));
		return id;
	}

}
