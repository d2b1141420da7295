// Package russian implements the grammar of official Russian: dates, numerals and
// initials; names of persons; declension of names, positions and bodies;
// agreement and salutations. All functions are pure. Spaces, quotes and dashes
// belong to package typography.
//
// Names of persons are read by ParsePerson alone, whose result serves for cases,
// initials, salutations and duplicates:
//
//	nametext.go  characters: remains of HTML, Latin letters, invisible characters
//	nametoken.go words, initials, titles and marks
//	namesplit.go the name among the other content of a cell
//	namerest.go  what the rest is: a position, a phone, another person
//	nameroles.go which word is the surname, the given name, the patronymic
//	nameorder.go the same by the order of the words, without initials
//	person.go    uses of the result
//
// Declension is based on rules, since names cannot be listed exhaustively. The
// ending, the gender and the number of syllables determine how a name declines
// (rules.go); the head noun and the words that agree with it determine how a
// position declines (position.go). If the rules leave a choice, the Form has a
// Doubt, a text for the user, so that no wrong form is printed unnoticed.
package russian
