// Package russian implements the grammar and spelling of official Russian:
// dates, numerals and initials; declension of names, positions and bodies;
// agreement and salutations; no-break spaces, quotes and dashes. All functions
// are pure.
//
// Declension is based on rules, since names cannot be listed exhaustively. The
// ending, the gender and the number of syllables determine how a name declines
// (rules.go); the head noun and the words that agree with it determine how a
// position declines (position.go). If the rules leave a choice, the Form has a
// Doubt, a text for the user, so that no wrong form is printed unnoticed.
package russian
