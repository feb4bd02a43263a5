package org.keepreading.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on a loopback port that knows the records it was given, as a zone file has them, and no others. */
public final class NameServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    public NameServer() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Its address, as keepreading.doctor.name-server takes it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Lines of a zone file, such as {@code harbour.example. IN TXT "v=spf1 -all"}. */
    public NameServer knows(String... lines) {
        for (var line : lines) {
            try (var zone = new Master(new ByteArrayInputStream(line.getBytes(US_ASCII)), Name.root, 60)) {
                records.add(zone.nextRecord());
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
        return this;
    }

    public NameServer forgets(String name) {
        records.removeIf(record -> record.getName().toString().equals(name + "."));
        return this;
    }

    /** Answers nothing from now on. */
    public NameServer fallsSilent() {
        silent = true;
        return this;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[4096], 4096);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                if (!silent) {
                    var wire = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                            .toWire();
                    socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private Message answer(Message query) {
        var question = query.getQuestion();
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        var ofThatName = records.stream()
                .filter(record -> record.getName().equals(question.getName()))
                .toList();
        answer.getHeader().setRcode(ofThatName.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR);
        ofThatName.stream()
                .filter(record -> record.getType() == question.getType() || record.getType() == Type.CNAME)
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }
}
