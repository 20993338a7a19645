package vn.motcua.payment.web;

import java.util.List;

/** The published ways to pay. */
public record MethodsPage(List<Method> methods) {

    public record Method(String name, String explanation, String surcharge, String refund, String since) {}
}
