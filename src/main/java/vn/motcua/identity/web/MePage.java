package vn.motcua.identity.web;

/** Who somebody is to the portal, ready to print. */
public record MePage(
        String fullName,
        String identityNumber,
        String birthDate,
        String sex,
        String phone,
        String email,
        String address,
        boolean full) {}
