/** Whether a procedure fits, asked in plain questions before anybody signs in. Internal to the catalogue room. */
@NullMarked
package vn.motcua.catalogue.eligibility;

import org.jspecify.annotations.NullMarked;
