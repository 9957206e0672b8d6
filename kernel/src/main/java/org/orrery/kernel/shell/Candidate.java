package org.orrery.kernel.shell;

import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;

/**
 * A name that can stand at a place of code.
 *
 * @param name as it is written there
 * @param group where it comes from
 * @param element what it means; null for keywords, packages and an array's length
 * @param site the type through which it is reached; null when it is reached by its simple name
 */
record Candidate(String name, Group group, Element element, DeclaredType site) {

  /** Where a name comes from; the nearest first. */
  enum Group {
    LOCAL,
    MEMBER,
    DECLARED,
    IMPORTED,
    TYPE,
    KEYWORD,
    PACKAGE,
    ELSEWHERE
  }
}
