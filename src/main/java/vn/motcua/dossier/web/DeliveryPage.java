package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;

/** The question how the result shall come. */
public record DeliveryPage(
        String procedure, List<Choice> choices, String address, Corrections corrections, String action, String draft) {}
