package compose

// Request.Rules decides by which rules a paper is worded. What later rules changed has a number of its own here.

// wordingRules are the first rules by which heads of protocols name the
// institution and posts, votes have no zeros of their own, the discussion is text
// of the full form, and people are counted only if named.
const wordingRules = 2

// behindPostRules are the first rules by which an organization is declined after a
// position everywhere, a full stop after initials is one with theirs, registration
// lists have rows for all members, and what a commission established stands below the
// lines of its paper.
const behindPostRules = 6

// untoldRules are the first rules by which an item named only in the agenda has no empty
// part below, a word of the head that ends with a colon is followed by no dash,
// semicolons separate people in a line with their posts, and a paper with a section of
// its own has the signers of that section in Word templates, too.
const untoldRules = 7

// onceRules are the first rules by which a body that the kind of the meeting names is not
// named again after it, an item stands after a bare number of words.item, initials of
// the only candidate end a sentence by their own full stop, and results alone make no
// counting commission.
const onceRules = 8

// commissionRules are the first rules by which people of a commission who have a role in
// it sign with this role and nothing else is said of the chair, the commission stands
// where the preamble announces it, and a deadline goes on with a point that ends with a
// semicolon, and an assignment has the words of the point above that begin its sentence.
const commissionRules = 9

// ballotRules are the first rules by which Word templates have no zeros for votes that the file does not give, and say
// how a person voted in words that agree with the person.
const ballotRules = 10

// signingRules are the first rules by which the chair and the secretary sign letters, copies and lists in the same role
// as the protocol: a deputy who presided as a deputy.
const signingRules = 11

// unitRules are the first rules by which a line does not end between a number and any of its units.
const unitRules = 11

// numberRules are the first rules by which a line does not end between an abbreviation with a slash and its number, and
// between a Roman number and «в.», and «от» that date_text begins with is not doubled.
const numberRules = 12

// phraseRules are the first rules by which members of a body, of whatever name, are in the genitive plural, a body that
// the kind of the meeting names among others is not named again behind it, and ballots make no counting commission of
// another one that the title names.
const phraseRules = 12

// stopRules are the first rules by which a fact in braces that ends with a full stop shares it with the sentence, the
// post stands in place of a role that somebody lacks in header.participant, and {письмо.текст} in a template prints
// facts for the names in braces that the text has, as {абзац} does.
const stopRules = 13

// referenceRules are the first rules by which a line does not end between a word for a part of an act or of an address
// and its number, and an envelope takes the index of the sender from the address.
const referenceRules = 13

// columnRules are the first rules by which a line does not end before a unit in the title of a column, or in it.
const columnRules = 14

// unsaidRules are the first rules by which a report that is only in an annex is called a report.
const unsaidRules = 14

// distributionRules are the first rules by which «в дело» among those who get a copy is not declined.
const distributionRules = 14

// taskRules are the first rules by which a table of tasks says who chaired an item and who did not vote on it, and
// what a speech in the notation of the file has attached stands in brackets behind its words, a name in place of a
// question is of somebody who asked, and one in place of a speech has no other words beside it.
const taskRules = 15

// dayRules are the first rules by which a line does not end between a day and «числа».
const dayRules = 15

// markRules are the first rules by which marks of agreement below the signatures are one table, marks beside each other
// are set like that of approval, a double surname in a mark stays on one line, and those who have read a paper have
// read it «со», not «с», where Russian has it.
const markRules = 15

// dialogRules are the first rules by which questions and answers begin as the file has them, and a speech that begins
// with a name keeps its capital.
const dialogRules = 16

// sentenceRules are the first rules by which lines of facts stand before a sentence that the keyword continues, who is
// responsible for a point that ends with a colon stands below its points, and a unanimous vote on a point says so once.
const sentenceRules = 16

// headRules are the first rules by which the head names the role of the chair once, items of an absentee vote have not
// been heard unless the file says so, and an extract says what it is from as the protocol is titled.
const headRules = 16

// candidateRules are the first rules by which an election says that a vote was secret, how many ballot papers there
// were and who voted how, and the words of a vote on a candidate share the mark at the end of the line.
const candidateRules = 17

// dateRules are the first rules by which a line does not end between a preposition and a date, or several number
// signs and a number.
const dateRules = 17

// opinionRules are the first rules by which a protocol says that a dissenting opinion which it has is attached, too.
const opinionRules = 17

// ownerRules are the first rules by which an act «о списании имущества» of a commission has the name of the body above.
const ownerRules = 17

// agentRules are the first rules by which a commission that does what the kind of the meeting says is in the
// instrumental: «вскрытия конвертов конкурсной комиссией».
const agentRules = 17

// soleRules are the first rules by which the only candidate of an election is one in the words above, without a number.
const soleRules = 18

// againstAllRules are the first rules by which a cumulative vote names those who voted against all as such.
const againstAllRules = 18

// wholeRowRules are the first rules by which a point that nobody is responsible for and that has no deadline takes the
// whole width of a table of tasks, instead of leaving two cells empty.
const wholeRowRules = 18

// composedRules are the first rules by which a commission «по делам несовершеннолетних и защите их прав в составе:» is
// announced: nouns that end as verbs do are none.
const composedRules = 18

// isEarlier reports whether a paper is printed by rules before wordingRules.
func (r Request) isEarlier() bool { return r.precedes(wordingRules) }

// precedes reports whether a paper is printed by rules before the given ones.
func (r Request) precedes(rules int) bool { return r.Rules != 0 && r.Rules < rules }
