package org.huiling.input;

import java.util.ArrayList;
import java.util.List;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/**
 * Everything wrong with one input, collected while it is read. Belongs to one reading in
 * one thread.
 */
public final class InputErrors {

	/** So that a hostile body cannot be answered by one many times its size. */
	private static final int MOST_LISTED = 200;

	private final int most;

	private final List<FieldError> listed = new ArrayList<>(0);

	private int unlisted;

	private int status = 422;

	/** Of an input of which the first places of what is wrong are enough. */
	public InputErrors() {
		this(MOST_LISTED);
	}

	/**
	 * Of a file in which each wrong row is to be found.
	 * @param most how many are listed
	 */
	public InputErrors(int most) {
		this.most = most;
	}

	/**
	 * Notes an error.
	 * @param field the full path of the field
	 * @param fault what is wrong
	 * @param arguments what its message mentions; never personal data
	 */
	public void add(String field, Fault fault, Object... arguments) {
		this.status = Math.min(this.status, fault.status());
		if (isFull()) {
			this.unlisted++;
		}
		else {
			this.listed.add(FieldError.of(field, fault.name(), arguments));
		}
	}

	/**
	 * Whether further errors are counted only.
	 * @return true when no more are listed
	 */
	public boolean isFull() {
		return this.listed.size() >= this.most;
	}

	/** How many were noted. */
	int count() {
		return this.listed.size() + this.unlisted;
	}

	/**
	 * Whether nothing was wrong.
	 * @return true while no error was noted
	 */
	public boolean isEmpty() {
		return this.listed.isEmpty();
	}

	/**
	 * Refuses the input if anything was wrong with it.
	 * @throws InvalidInput with every error; 400 if one of them is of shape, else 422
	 */
	public void throwIfAny() {
		if (isEmpty()) {
			return;
		}
		List<FieldError> errors = new ArrayList<>(this.listed);
		if (this.unlisted > 0) {
			errors.add(FieldError.of("", ShapeFault.MORE_ERRORS.name(), this.unlisted));
		}
		throw new InvalidInput(this.status, errors);
	}

}
