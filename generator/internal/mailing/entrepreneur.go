package mailing

import (
	"slices"
	"strings"

	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// addressee returns whom a letter is addressed to. A sole trader («ИП Иванов
// И.И.») is a person and no organization with a head: the letter is addressed to
// him once, by his name.
func addressee(row list.Record) meeting.Addressee {
	to := valuesOf(row, "organization")
	mendPosition(&to)
	if name, ok := soleTraderName(to); ok {
		to.Name, to.Position, to.Organization = name, russian.Trader, ""
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
	splitPromisedPost(row, &to)
	return to
}

// splitPromisedPost divides a cell whose heading promises both a person and a post,
// «Ф.И.О., должность», if nothing else has to be said of it.
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

// soleTraderName returns the name of an addressee who is a sole trader, not
// somebody who works for one.
func soleTraderName(to meeting.Addressee) (name string, ok bool) {
	trader, ok := russian.TraderName(to.Organization)
	if !ok || !isTraderPost(to.Position) {
		return "", false
	}
	if to.Name != "" {
		if named := russian.ParsePerson(to.Name, russian.Unknown); named.SurnameKey() != trader.SurnameKey() {
			return "", false
		}
	}
	if name = trader.Full(); len(to.Name) > len(name) {
		return to.Name, true
	}
	return name, true
}

// isTraderPost reports whether a post in a list is that of the sole trader
// himself. Lists give everybody the post of a head.
func isTraderPost(post string) bool {
	return slices.Contains([]string{
		"", "ип", russian.Trader, "предприниматель", "руководитель", "директор", "генеральный директор", "владелец",
		"собственник", "глава",
	}, strings.ToLower(strings.Trim(post, " .")))
}
