package mailing

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// addressee returns the addressee of a letter. A sole trader («ИП Иванов И.И.») is a person, not an organization
// with a head: the letter is addressed to him once, by his name.
func addressee(row list.Record) meeting.Addressee {
	to := valuesOf(row, "organization")
	mendPosition(&to)
	if name, post, ok := soleTrader(to); ok {
		to.Name, to.Position, to.Organization = name, post, ""
	}
	return to
}

// valuesOf returns the addressee of a row as the row has it, with the name of the
// organization from one of its fields.
func valuesOf(row list.Record, organization string) meeting.Addressee {
	body := strings.TrimRight(typeset(row, organization), " \u00a0,;")
	if bare, ends := strings.CutSuffix(body, "."); ends && strings.HasSuffix(strings.TrimRight(bare, " \u00a0"), "»") {
		body = strings.TrimRight(bare, " \u00a0") // the end of a sentence
	}
	to := meeting.Addressee{Name: row.Get("name"), Position: typeset(row, "position"), Organization: body,
		Gender: genderOf(row)}
	fromCases(row, &to)
	cutTitle(&to)
	splitPromisedPost(row, &to)
	return to
}

// cutTitle removes a title that says the gender from a name without other problems: «г-жа Станкевич О.П.».
func cutTitle(to *meeting.Addressee) {
	if !russian.HasHonorific(to.Name) {
		return
	}
	if p := russian.ParsePerson(to.Name, russian.Unknown); p.IsTitled() {
		to.Name = p.Full()
		if to.Gender == "" {
			to.Gender = genderKey(p.Gender)
		}
	}
}

// splitPromisedPost divides a cell whose heading promises both a person and a post, «Ф.И.О., должность», if there
// is no other problem with it.
func splitPromisedPost(row list.Record, to *meeting.Addressee) {
	heading := strings.ToLower(row.Heading("name"))
	if to.Position != "" || !strings.Contains(heading, "должн") || strings.Contains(heading, "должник") {
		return
	}
	p := russian.ParsePerson(to.Name, russian.Unknown)
	if p.Kind == russian.OnePerson && p.Post != "" && len(p.Doubts) == 0 && len(p.Remarks) == 1 {
		to.Name, to.Position = p.Full(), p.Post
	}
}

// soleTrader returns the name and the post of an addressee who is a sole trader or the head
// of a farm, not somebody who works for one.
func soleTrader(to meeting.Addressee) (name, post string, ok bool) {
	trader, post, ok := traderOf(to.Organization)
	if !ok || !isTraderPost(to.Position) {
		return "", "", false
	}
	isFarm := post != russian.Trader
	if to.Name == "" && isFarm && strings.HasSuffix(trader.Surname, "а") && trader.HasInitials() {
		return "", "", false // «глава КФХ Лугова О. И.»: she is its head, or the farm is his
	}
	if to.Name != "" {
		if named := russian.ParsePerson(to.Name, russian.Unknown); named.SurnameKey() != trader.SurnameKey() {
			return "", "", false
		}
	}
	if name = trader.Full(); len(to.Name) > len(name) {
		name = to.Name
	}
	return name, post, true
}

// traderOf reads the name of an organization that is a person: «ИП Громов О.И.», «ИП глава
// КФХ Громов О.И.».
func traderOf(organization string) (trader russian.Person, post string, ok bool) {
	m := farmHead.FindStringSubmatch(organization)
	if m == nil {
		trader, ok = russian.TraderName(organization)
		return trader, russian.Trader, ok
	}
	if post = "глава КФХ"; strings.Contains(strings.ToLower(m[2]), "крест") {
		post = "глава крестьянского (фермерского) хозяйства"
	}
	if m[1] != "" {
		post = russian.Trader + " — " + post
	}
	trader = russian.ParsePerson(m[3], russian.Unknown)
	isWhole := trader.Kind == russian.OnePerson && trader.Surname != "" && trader.Given != "" && trader.Post == ""
	return trader, post, isWhole
}

// farmHead finds the head of a farm (крестьянское (фермерское) хозяйство).
var farmHead = regexp.MustCompile(`(?i)^(ип|индивидуальный предприниматель)?[ \x{a0}(,–—-]*` +
	`(глава[ \x{a0}](?:кфх|к\(ф\)х|крестьянского[ \x{a0}]\(?фермерского\)?[ \x{a0}]хозяйства)|гкфх)` +
	`[ \x{a0}),:–—-]+(\p{Lu}.*)$`)

// isTraderPost reports whether a post in a list is that of the sole trader
// himself. Lists give everybody the post of a head.
func isTraderPost(post string) bool {
	return slices.Contains([]string{
		"", "ип", russian.Trader, "предприниматель", "руководитель", "директор", "генеральный директор", "владелец",
		"собственник", "глава", "глава кфх", "глава крестьянского (фермерского) хозяйства",
	}, strings.ToLower(strings.Trim(post, " .")))
}
