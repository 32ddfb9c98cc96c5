package org.huiling.agenda;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks what is due again and again: at everything on a new day and after a run that
 * decided, at what was touched in between.
 */
@Component
class AgendaWorker implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(AgendaWorker.class);

	private static final int SECONDS_TO_FINISH = 20;

	private final Agenda agenda;

	private final AgendaSettings settings;

	private volatile @Nullable ScheduledExecutorService thread;

	AgendaWorker(Agenda agenda, AgendaSettings settings) {
		this.agenda = agenda;
		this.settings = settings;
	}

	private void turn() {
		try {
			this.agenda.turn();
		}
		catch (RuntimeException ex) {
			// what a file says may stand in the message
			LOGGER.warn("what is due is looked at again later: {} at {}", ex.getClass().getName(),
					(ex.getStackTrace().length > 0) ? ex.getStackTrace()[0] : "");
		}
	}

	@Override
	public void start() {
		if (!this.settings.isOn()) {
			return;
		}
		ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread one = new Thread(work, "agenda");
			one.setDaemon(true);
			return one;
		});
		long pause = this.settings.pause().toMillis();
		ScheduledFuture<?> unused = fresh.scheduleWithFixedDelay(this::turn, pause, pause, TimeUnit.MILLISECONDS);
		this.thread = fresh;
	}

	/** The block under way is finished; the rest is looked at with the next start. */
	@Override
	public void stop() {
		ScheduledExecutorService ended = this.thread;
		this.thread = null;
		if (ended != null) {
			ended.shutdownNow();
			try {
				if (!ended.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
					LOGGER.warn("what is due is left to be looked at again");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
