package vn.motcua.agency;

import java.time.LocalDate;

/** From a unit to one that took it over, or a part of it where it was {@code divided}. */
record Way(Unit.Key unit, Unit.Key successor, LocalDate since, boolean divided) {}
