package vn.motcua.catalogue.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A page's own part, printed already, and its title; what stands around it differs by visitor. */
public record ProcedureBody(String title, byte[] html) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeBinaryContent(html);
    }
}
