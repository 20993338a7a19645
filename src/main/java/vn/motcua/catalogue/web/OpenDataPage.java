package vn.motcua.catalogue.web;

import java.util.List;
import vn.motcua.catalogue.OpenData;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** What there is to take, with addresses and sizes; {@code changed} is when something in it last changed. */
public record OpenDataPage(String count, String changed, List<File> files) {

    /** @param address a link where it is one file, a pattern otherwise */
    public record File(String address, boolean link, String what) {}

    static OpenDataPage of(Frame frame, OpenData.Edition edition) {
        var locale = frame.locale();
        return new OpenDataPage(
                frame.text("catalogue.open-data.count", edition.procedures()),
                frame.text("catalogue.open-data.changed", Formats.moment(locale, edition.changed())),
                List.of(
                        new File(
                                "/open-data/procedures.json",
                                true,
                                frame.text(
                                        "catalogue.open-data.json",
                                        Formats.bytes(locale, edition.json().bytes()))),
                        new File(
                                "/open-data/procedures.csv",
                                true,
                                frame.text(
                                        "catalogue.open-data.csv",
                                        Formats.bytes(locale, edition.csv().bytes()))),
                        new File("/open-data/procedures/3.000347.json", false, frame.text("catalogue.open-data.one"))));
    }

    public String licenceAddress() {
        return OpenData.LICENCE_ADDRESS;
    }

    public String licence() {
        return OpenData.LICENCE;
    }
}
