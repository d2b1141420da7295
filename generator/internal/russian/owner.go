package russian

import (
	"strings"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

// owner is the words before the name of a person in the name of a sole trader or of a farm: «ИП», «индивидуальный
// предприниматель», «ИП – глава КФХ», «К(Ф)Х».
type owner struct {
	kind  ownerKind // of the last part
	end   int       // where the name begins
	parts []ownerPart
}

// ownerPart is a part of an owner between from and to.
type ownerPart struct {
	kind     ownerKind
	from, to int
}

type ownerKind int

const (
	ownsNothing ownerKind = iota
	ownsItself            // «ИП», which does not decline
	ownsByTitle           // «глава КФХ»
	ownsFarm              // «КФХ», which the name in the genitive follows
	ownsFarmInFull
)

// personTitles are followed by the name of a person.
var personTitles = []string{
	"индивидуальный предприниматель", "частный предприниматель", "предприниматель", "гражданин", "гражданка",
	"глава крестьянского (фермерского) хозяйства", "глава крестьянского фермерского хозяйства",
	"глава крестьянско-фермерского хозяйства", "глава крестьянского хозяйства", "глава кфх", "глава к(ф)х",
	"нотариус", "адвокат", "самозанятый", "самозанятая", "арбитражный управляющий", "патентный поверенный",
}

// farmsInFull are names of farms, which the name of the owner follows.
var farmsInFull = []string{
	"крестьянское (фермерское) хозяйство", "крестьянское фермерское хозяйство", "крестьянско-фермерское хозяйство",
	"крестьянское хозяйство",
}

// beginsOwner reports the first words of owners.
var beginsOwner = wordset.Words(entrepreneurs + " кфх к(ф)х гкфх индивидуальный частный предприниматель гражданин " +
	"гражданка глава нотариус адвокат самозанятый самозанятая арбитражный патентный крестьянское " +
	"крестьянско-фермерское")

// ownerOf finds the owner at the start of a text.
func ownerOf(text string) owner {
	o := owner{}
	if first, _ := cutWord(text); !beginsOwner(strings.ToLower(strings.TrimRight(first, ","))) {
		return o
	}
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return o
	}
	for {
		length, kind := ownerAt(lower[o.end:])
		if kind == ownsNothing {
			return o
		}
		o.kind = kind
		o.parts = append(o.parts, ownerPart{kind, o.end, o.end + length})
		o.end += length
		o.end = len(lower) - len(strings.TrimLeft(lower[o.end:], " \u00a0,"+dashMarks))
	}
}

// ownerAt returns the length of the part of an owner at the start of a text in
// lower case.
func ownerAt(lower string) (length int, kind ownerKind) {
	first, _ := cutWord(lower)
	switch bare := strings.TrimRight(first, ","); {
	case isEntrepreneur(bare), bare == "гкфх":
		return len(bare), ownsItself
	case bare == "кфх", bare == "к(ф)х":
		return len(bare), ownsFarm
	}
	for _, title := range personTitles {
		if startsWithWords(lower, title) {
			return len(title), ownsByTitle
		}
	}
	for _, farm := range farmsInFull {
		if startsWithWords(lower, farm) {
			return len(farm), ownsFarmInFull
		}
	}
	return 0, ownsNothing
}

func startsWithWords(lower, words string) bool {
	rest, ok := strings.CutPrefix(lower, words)
	return ok && rest != "" && strings.IndexAny(rest, " \u00a0,") == 0
}

// declineOwner declines the name of a sole trader or a farm. The name of a person
// follows a farm in the genitive: «КФХ Громов О.И.» is «хозяйство Громова О.И.».
func declineOwner(text string, c Case) (form Form, ok bool) {
	o := ownerOf(text)
	name := text[o.end:]
	switch {
	case o.kind == ownsNothing:
		return Form{}, false
	case !looksLikeName(name):
		if hasNameUnquoted(name) {
			return Form{text, "не ясно, как склоняется имя человека в этом названии", true}, true
		}
		return Form{}, false
	}
	declined := Form{}
	if o.kind == ownsFarm || o.kind == ownsFarmInFull {
		p := ParsePerson(name, Unknown)
		isNominative := p.Gender == Masculine ||
			p.Gender == Feminine && p.Patronymic != "" && !typography.IsInitials(p.Patronymic)
		if p.Kind != OnePerson || !isNominative || p.Given == "" || len(p.Doubts) > 0 {
			return Form{}, false
		}
		declined = p.In(Genitive)
	} else {
		declined = declinePerson(name, c)
	}
	declined.Text = o.decline(text, c) + declined.Text
	return declined, true
}

// decline declines the words before the name.
func (o *owner) decline(text string, c Case) string {
	var b strings.Builder
	at := 0
	for _, part := range o.parts {
		words := text[part.from:part.to]
		b.WriteString(text[at:part.from])
		switch part.kind {
		case ownsByTitle:
			words = Position(words, c).Text
		case ownsFarmInFull:
			d := declension{c: c}
			words = d.decline(words).Text
		}
		b.WriteString(words)
		at = part.to
	}
	b.WriteString(text[at:o.end])
	return b.String()
}

// hasNameUnquoted reports initials or a patronymic outside quotes: «Громов О. И. глава
// КФХ».
func hasNameUnquoted(text string) bool {
	quotes := 0
	for _, w := range splitWords(text) {
		quotes += countQuotes(w.before)
		if quotes == 0 && (typography.IsInitials(w.text) || isUsualPatronymic(strings.ToLower(w.text))) {
			return true
		}
		quotes = max(0, quotes-countQuotes(w.after))
	}
	return false
}
