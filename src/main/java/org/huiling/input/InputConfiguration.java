package org.huiling.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Printer;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has parameters and bodies of every request read as strictly as everything else. */
@Configuration(proxyBeanMethods = false)
class InputConfiguration implements WebMvcConfigurer {

	private static final Printer<Object> AS_WRITTEN = (value, locale) -> value.toString();

	/**
	 * Years of ten digits are dates to Java, and no day of anybody's life: what counts
	 * from them would end outside all calendars.
	 */
	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addFormatterForFieldType(LocalDate.class, AS_WRITTEN, (text, locale) -> read(IsoDays.parse(text)));
		registry.addFormatterForFieldType(YearMonth.class, AS_WRITTEN, (text, locale) -> read(IsoDays.month(text)));
		registry.addFormatterForFieldType(OffsetDateTime.class, AS_WRITTEN, (text, locale) -> read(moment(text)));
	}

	private static <T> T read(@Nullable T parameter) {
		if (parameter == null) {
			throw new IllegalArgumentException("no day, month or instant");
		}
		return parameter;
	}

	private static @Nullable OffsetDateTime moment(String text) {
		Instant instant = IsoDays.instant(text);
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new ParameterCheck());
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		converters.addCustomConverter(new RecordBodyConverter());
	}

}
