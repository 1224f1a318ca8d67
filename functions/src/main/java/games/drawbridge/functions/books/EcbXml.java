package games.drawbridge.functions.books;

import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.Rate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The European Central Bank's reference rates as XML: cubes of days, in them cubes of currencies.
final class EcbXml {
    static final String SOURCE = "ecb";

    private EcbXml() {}

    /// @throws IOException when it is something else
    static List<Rate> read(byte[] xml) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            var rates = rates(reader);
            if (rates.isEmpty()) throw new IOException("no rates in it");
            return rates;
        } catch (XMLStreamException | IllegalArgumentException | DateTimeException wrong) {
            throw new IOException("no rates of the ECB", wrong);
        }
    }

    private static List<Rate> rates(XMLStreamReader reader) throws XMLStreamException {
        var rates = new ArrayList<Rate>();
        LocalDate day = null;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamReader.START_ELEMENT) continue;
            if (!reader.getLocalName().equals("Cube")) continue;
            String time = value(reader, "time");
            if (time != null) day = LocalDate.parse(time);
            String currency = value(reader, "currency");
            String rate = value(reader, "rate");
            if (currency == null || rate == null) continue;
            if (day == null) throw new IllegalArgumentException("a rate of no day");
            rates.add(new Rate(new Currency(currency), day, new BigDecimal(rate), SOURCE));
        }
        return rates;
    }

    private static @Nullable String value(XMLStreamReader reader, String attribute) {
        return reader.getAttributeValue(null, attribute);
    }
}
