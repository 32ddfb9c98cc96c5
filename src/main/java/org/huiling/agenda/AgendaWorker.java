package org.huiling.agenda;

import java.time.Duration;

import org.huiling.background.Rounds;
import org.huiling.problem.Incident;
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

	private static final Duration TO_FINISH = Duration.ofSeconds(20);

	private final Agenda agenda;

	private final AgendaSettings settings;

	private final Rounds rounds = new Rounds("agenda", this::turn);

	AgendaWorker(Agenda agenda, AgendaSettings settings) {
		this.agenda = agenda;
		this.settings = settings;
	}

	private void turn() {
		try {
			this.agenda.turn();
		}
		catch (RuntimeException ex) {
			LOGGER.warn("what is due is looked at again later: {}", Incident.trace(ex));
		}
	}

	@Override
	public void start() {
		if (this.settings.isOn()) {
			this.rounds.start(this.settings.pause(), this.settings.pause());
		}
	}

	/** The block under way is finished; the rest is looked at with the next start. */
	@Override
	public void stop() {
		if (!this.rounds.stop(TO_FINISH)) {
			LOGGER.warn("what is due is left to be looked at again");
		}
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

}
