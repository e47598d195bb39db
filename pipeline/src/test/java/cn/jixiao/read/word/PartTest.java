package cn.jixiao.read.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class PartTest {

    private static Element read(String xml) throws IOException, SAXException {
        return Part.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void wordsAreThoseOfTheElementThatHoldsThem() throws Exception {
        var run = read("<w:r xmlns:w='x'> layout <w:t>办理<!-- 不 --><![CDATA[87]]><w:i>件</w:i>&amp;</w:t>\n<w:t/></w:r>");
        assertEquals("r", run.name());
        assertEquals("", run.text());
        assertEquals(List.of("办理87件&", ""), run.children().stream().map(Element::text).toList());
    }

    @Test
    void anAttributeIsFoundByItsLocalName() throws Exception {
        var element = read("<a xmlns:w='x' xmlns:v='y' w:val='2' v:val='1' interval='3'/>");
        assertEquals("1", element.attribute("val"));
        assertEquals("3", element.attribute("interval"));
        assertEquals("", element.attribute("al"));
        assertEquals("", read("<a/>").attribute("val"));
    }

    @Test
    void neitherDocumentTypesNorBrokenPartsAreRead() {
        assertThrows(SAXException.class, () -> read("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"));
        assertThrows(SAXException.class, () -> read("<a><b></a>"));
        assertThrows(SAXException.class, () -> read("<w:a/>"));
        assertThrows(SAXException.class, () -> read(""));
    }
}
