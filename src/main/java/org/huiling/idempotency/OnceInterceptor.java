package org.huiling.idempotency;

import java.util.Objects;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;

/** Does an end point's or a form's work once for each key. */
class OnceInterceptor implements MethodInterceptor {

	private final ObjectProvider<Once> once;

	OnceInterceptor(ObjectProvider<Once> once) {
		this.once = once;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation call) {
		Idempotent how = AnnotatedElementUtils.findMergedAnnotation(call.getMethod(), Idempotent.class);
		if (how != null && how.byItself()) {
			return proceed(call);
		}
		return (call.getMethod().getReturnType() == String.class)
				? this.once.getObject().led(() -> (String) Objects.requireNonNull(proceed(call), "no page"))
				: this.once.getObject().answer(() -> answer(call));
	}

	@SuppressWarnings("unchecked")
	private static ResponseEntity<Object> answer(MethodInvocation call) {
		return (ResponseEntity<Object>) Objects.requireNonNull(proceed(call), "no answer");
	}

	private static @Nullable Object proceed(MethodInvocation call) {
		try {
			return call.proceed();
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
