package org.huiling.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in two sentences, instead of a stack trace. */
public class StorageFailureAnalyzer extends AbstractFailureAnalyzer<StorageUnavailable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StorageUnavailable cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
	}

}
