/// Who works here: organisations with their keys, accounts, roles, sessions, tokens and the trail
/// of what they did.
@NullMarked
package org.tabadla.people;

import org.jspecify.annotations.NullMarked;
