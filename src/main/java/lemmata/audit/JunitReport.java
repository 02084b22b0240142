package lemmata.audit;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The report as JUnit XML: a suite per part of the paper, a test case per statement; broken is a failure, undecided is
/// skipped.
public final class JunitReport {

    private JunitReport() {}

    /// The document, the same bytes for the same audit.
    public static String of(Audit audit) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            writeCounts(xml, "lemmata audit", audit.judgements());
            for (Map.Entry<Part, List<Judgement>> part : audit.parts().entrySet()) {
                xml.writeCharacters("\n ");
                xml.writeStartElement("testsuite");
                writeCounts(xml, part.getKey().heading(), part.getValue());
                for (Judgement judgement : part.getValue()) {
                    writeCase(xml, judgement);
                }
                xml.writeEndElement();
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

    private static void writeCounts(XMLStreamWriter xml, String name, List<Judgement> judgements)
            throws XMLStreamException {
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(judgements.size()));
        xml.writeAttribute("failures", Long.toString(count(judgements, Judgement.Standing.BROKEN)));
        xml.writeAttribute("skipped", Long.toString(count(judgements, Judgement.Standing.UNDECIDED)));
        xml.writeAttribute("errors", "0");
    }

    private static long count(List<Judgement> judgements, Judgement.Standing standing) {
        return judgements.stream()
                .filter(judgement -> judgement.standing() == standing)
                .count();
    }
}
