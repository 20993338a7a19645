package vn.motcua.agency.web;

import java.util.List;

/** Ministries and provinces, as {@code agency/agencies.jte} prints them. */
public record AgenciesPage(List<Item> ministries, List<Item> provinces) {

    /** @param note that it has ended and when; empty while it exists */
    public record Item(String href, String name, String note) {}
}
