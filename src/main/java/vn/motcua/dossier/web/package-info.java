/** Pages and API of dossiers: for applicants, for officials, for who holds a code and its secret. */
@NullMarked
package vn.motcua.dossier.web;

import org.jspecify.annotations.NullMarked;
