package org.huiling.engine.drools.condition;

import java.util.List;
import java.util.Map;

import org.drools.model.Binding;
import org.drools.model.Variable;

/**
 * One way in which a rule can hold: Drools, too, fires once for each alternative of an
 * {@code or}.
 *
 * @param conditions all must hold
 * @param bindings what its variables read
 */
public record Branch(List<Condition> conditions, Map<Variable<?>, Binding> bindings) {
}
