/** Pages and API of questions and answers. */
@NullMarked
package vn.motcua.question.web;

import org.jspecify.annotations.NullMarked;
