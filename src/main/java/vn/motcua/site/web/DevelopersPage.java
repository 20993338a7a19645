package vn.motcua.site.web;

/** The first calls of somebody who builds on the portal. */
public record DevelopersPage(String address) {

    public String search() {
        return "curl '" + address + "/api/v1/procedures?q=doi%20bang%20lai'";
    }

    public String deadline() {
        return "curl '" + address + "/api/v1/deadlines?from=2026-11-19T10:40&quantity=5&unit=WORKING_DAY'";
    }
}
