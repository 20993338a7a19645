package vn.motcua.site.web;

import java.util.List;
import vn.motcua.catalogue.Procedure.LifeEvent;

/**
 * The home page.
 *
 * @param events what happens in a life or a company and leads to at least one procedure
 */
public record HomePage(List<LifeEvent> events) {}
