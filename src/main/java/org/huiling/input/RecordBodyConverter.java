package org.huiling.input;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Hands a controller the body it declares: a record of this project, read as strictly as
 * {@link RecordReader} does.
 */
class RecordBodyConverter implements HttpMessageConverter<Record> {

	private static final String PROJECT = "org.huiling.";

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return type.isRecord() && type.getName().startsWith(PROJECT)
				&& (mediaType == null || MediaType.APPLICATION_JSON.includes(mediaType));
	}

	@Override
	public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	public List<MediaType> getSupportedMediaTypes() {
		return List.of(MediaType.APPLICATION_JSON);
	}

	@Override
	public Record read(Class<? extends Record> type, HttpInputMessage message) throws IOException {
		byte[] body = message.getBody().readAllBytes();
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletRequest request = attributes.getRequest();
			request.setAttribute(SentBody.ATTRIBUTE, body);
		}
		return RecordReader.read(StrictJson.read(body), type);
	}

	@Override
	public void write(Record record, @Nullable MediaType mediaType, HttpOutputMessage message) {
		throw new UnsupportedOperationException();
	}

}
