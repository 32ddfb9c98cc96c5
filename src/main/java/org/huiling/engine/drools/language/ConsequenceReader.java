package org.huiling.engine.drools.language;

import java.util.ArrayList;
import java.util.List;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Code;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.engine.drools.language.Operand.Variable;
import org.huiling.facts.Money;

/**
 * Reads a consequence that was admitted as what it says, word by word: its names are
 * replaced by what they stand for.
 */
public final class ConsequenceReader {

	private final BoundNames meanings;

	private final Members members;

	public ConsequenceReader(BoundNames meanings, RuleVocabulary vocabulary) {
		this.meanings = meanings;
		this.members = new Members(vocabulary);
	}

	/**
	 * Something said of the benefit.
	 *
	 * @param word such as {@code atMost} or {@code pay}
	 * @param arguments what stands in its brackets
	 */
	public record Said(String word, List<Operand> arguments) {
	}

	/** Something in it that is said of nothing that can be worked out, such as a text. */
	private static final class Other extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Other() {
			super("", null, false, false);
		}

	}

	/** What it says of the benefit, in order; empty if it grants no amount. */
	public List<Said> read(String text) {
		ParseResult<BlockStmt> parsed = new JavaParser().parseBlock("{" + text + "\n}");
		BlockStmt block = parsed.getResult().orElse(null);
		if (block == null || block.getStatements().size() != 1
				|| !(block.getStatement(0) instanceof ExpressionStmt sentence)) {
			return List.of();
		}
		List<Said> said = new ArrayList<>();
		try {
			com.github.javaparser.ast.expr.Expression rest = sentence.getExpression();
			while (rest instanceof MethodCallExpr call) {
				said.add(0, new Said(call.getNameAsString(), arguments(call)));
				rest = call.getScope().orElse(rest);
			}
			return said;
		}
		catch (Other unread) {
			return List.of();
		}
	}

	private List<Operand> arguments(MethodCallExpr call) {
		return call.getArguments().stream().map(this::of).toList();
	}

	private Operand of(com.github.javaparser.ast.expr.Expression written) {
		if (written instanceof EnclosedExpr enclosed) {
			return of(enclosed.getInner());
		}
		if (written instanceof NameExpr name) {
			return this.meanings.resolve(new Variable(name.getNameAsString()));
		}
		if (written instanceof BinaryExpr binary) {
			return new Calculation(of(binary.getLeft()), binary.getOperator().asString(), of(binary.getRight()));
		}
		if (written instanceof FieldAccessExpr field && field.getScope() instanceof NameExpr scope) {
			String owner = scope.getNameAsString();
			return "P".equals(owner) ? new Parameter(field.getNameAsString())
					: "Money".equals(owner) ? new Constant(Money.ZERO) : new Code(owner, field.getNameAsString());
		}
		if (written instanceof MethodCallExpr call) {
			return call(call);
		}
		throw new Other();
	}

	private Operand call(MethodCallExpr call) {
		List<Operand> arguments = arguments(call);
		String word = call.getNameAsString();
		if (call.getScope().isPresent()) {
			return this.members.of(of(call.getScope().get()), word, arguments);
		}
		return "whole".equals(word) ? arguments.get(0) : new Extreme(word, arguments.get(0), arguments.get(1));
	}

}
