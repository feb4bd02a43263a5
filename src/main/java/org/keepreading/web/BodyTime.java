package org.keepreading.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Bounds how long the body of a request takes, of which Tomcat bounds each read alone: a byte every few seconds would hold a
 * thread for days. Where nobody wanted the body, it is read to its end once the answer is out, for a connection that is closed
 * before loses the answer on its way (RFC 9112, section 9.6).
 */
final class BodyTime extends ValveBase {
    private static final int MOST_UNWANTED_BYTES = 2 * 1024 * 1024;

    private final Duration limit;
    private final LongSupplier nanos;

    BodyTime(Duration limit, LongSupplier nanos) {
        super(true);
        this.limit = limit;
        this.nanos = nanos;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var untimed = coyote.getInputBuffer();
        coyote.setInputBuffer(new Timed(untimed, nanos.getAsLong() + limit.toNanos()));
        try {
            getNext().invoke(request, response);
            if (!request.isAsync()) {
                response.finishResponse();
                leaveNothing(coyote);
            }
        } finally {
            coyote.setInputBuffer(untimed);
        }
    }

    private static void leaveNothing(org.apache.coyote.Request request) {
        if (!wasSent(request) || !isReadToItsEnd(request)) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Whoever asks first whether to send a body ("Expect: 100-continue") does not send what nobody read. */
    private static boolean wasSent(org.apache.coyote.Request request) {
        return !request.hasExpectation() || request.getBytesRead() > 0;
    }

    private static boolean isReadToItsEnd(org.apache.coyote.Request request) {
        var bin = new Bin();
        try {
            while (request.getBytesRead() <= MOST_UNWANTED_BYTES) {
                if (request.doRead(bin) < 0) {
                    return true;
                }
            }
        } catch (IOException tooSlowOrGone) {
            return false;
        }
        return false;
    }

    /** A body that ends in time or with an exception. */
    private final class Timed implements InputBuffer {
        private final InputBuffer body;
        private final long end;

        Timed(InputBuffer body, long end) {
            this.body = body;
            this.end = end;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (nanos.getAsLong() - end > 0) {
                throw new BadRequestException("The body of the request took longer than " + limit + ".");
            }
            return body.doRead(handler);
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** Takes what nobody wants. */
    private static final class Bin implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // It is handed a buffer, and fills none.
        }
    }
}
