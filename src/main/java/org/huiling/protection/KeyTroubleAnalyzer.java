package org.huiling.protection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in two sentences, instead of a stack trace. */
class KeyTroubleAnalyzer extends AbstractFailureAnalyzer<KeyTrouble> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KeyTrouble cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
	}

}
