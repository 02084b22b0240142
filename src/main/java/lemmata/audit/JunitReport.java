package lemmata.audit;

import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The report as JUnit XML: a test case per statement; broken is a failure, undecided is skipped.
public final class JunitReport {

    private JunitReport() {}

    /// The document, the same bytes for the same audit.
    public static String of(Audit audit) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "lemmata audit");
            xml.writeAttribute("tests", Integer.toString(audit.judgements().size()));
            xml.writeAttribute("failures", Long.toString(count(audit, Judgement.Standing.BROKEN)));
            xml.writeAttribute("skipped", Long.toString(count(audit, Judgement.Standing.UNDECIDED)));
            xml.writeAttribute("errors", "0");
            for (Judgement judgement : audit.judgements()) {
                writeCase(xml, judgement);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing XML to memory failed", impossible);
        }
        return text.append('\n').toString();
    }

    private static void writeCase(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
        String evidence = judgement.evidence().stream().map(Evidence::line).collect(Collectors.joining("\n"));
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", judgement.subject().id().replace('/', '.'));
        xml.writeAttribute("name", judgement.subject().title());
        switch (judgement.standing()) {
            case BROKEN -> writeElement(xml, "failure", judgement.verdict().words(), evidence);
            case UNDECIDED -> writeElement(xml, "skipped", judgement.verdict().words(), evidence);
            case AS_EXPECTED -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(judgement.verdict().words() + "\n" + evidence);
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static void writeElement(XMLStreamWriter xml, String name, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("message", message);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static long count(Audit audit, Judgement.Standing standing) {
        return audit.judgements().stream()
                .filter(judgement -> judgement.standing() == standing)
                .count();
    }
}
