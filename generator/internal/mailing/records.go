package mailing

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/batch"
	"protokol/generator/internal/list"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/typography"
)

// Records iterates over the list. After an error, which comes last, the rest of
// the list is unreadable.
func (m *Mailing) Records() iter.Seq2[batch.Record, error] {
	return func(yield func(batch.Record, error) bool) {
		var duplicates list.Duplicates
		var scratch []byte
		rows := m.to.Records()
		if m.whole {
			rows = ahead(rows)
		}
		for row, err := range rows {
			if err != nil {
				var p diag.Problem
				if errors.As(err, &p) {
					err = diag.Report{List: diag.List{p}}
				}
				yield(batch.Record{}, err)
				return
			}
			if !m.to.where.Match(row) {
				continue
			}
			if !yield(m.record(row, checkDuplicate(&duplicates, row), &scratch), nil) {
				return
			}
		}
	}
}

// checkDuplicate warns of a recipient who was in the list before: an organization,
// or a person if no organization is named.
func checkDuplicate(duplicates *list.Duplicates, row list.Record) diag.List {
	body := row.Get("organization")
	isMember := body != "" && row.Get("name") != "" && row.IsMember()
	if !isMember && (body != "" || row.Get("inn") != "" || row.Get("name") == "") {
		return duplicates.Check(row)
	}
	p := russian.ParsePerson(row.Get("name"), russian.Unknown)
	if p.Surname == "" || p.Given == "" {
		if isMember {
			return duplicates.Check(row)
		}
		return nil
	}
	keyOf := func(key string) string { return key }
	if isMember {
		keyOf = func(key string) string { return list.MemberKey(body, key) }
	}
	before, found := duplicates.FindPerson(row.Row, keyOf(p.Key()))
	if !found {
		before, found = findByInitials(duplicates, row.Row, &p, keyOf)
	}
	if !found {
		return nil
	}
	return diag.List{row.Problem(diag.Warning, "name",
		fmt.Sprintf("этот человек, похоже, уже был в строке %d", before), "проверьте, не один ли это человек")}
}

// findByInitials compares a person with the earlier ones by surname and initials, if one
// of the two has no more: «Осипова З. П.» and «Осипова Зоя Павловна».
func findByInitials(
	duplicates *list.Duplicates, row int, p *russian.Person, keyOf func(string) string,
) (before int, found bool) {
	anybody, initials := keyOf("и "+p.ShortKey()), keyOf("с "+p.ShortKey())
	if !p.HasInitials() {
		duplicates.FindPerson(row, anybody)
		return duplicates.SeenPerson(initials)
	}
	before, found = duplicates.FindPerson(row, anybody)
	duplicates.FindPerson(row, initials)
	return before, found
}

// record returns the record for a row. Scratch is a buffer for its content.
func (m *Mailing) record(row list.Record, duplicates diag.List, scratch *[]byte) batch.Record {
	*scratch = appendContent((*scratch)[:0], row)
	subject := typeset(row, "organization")
	if subject == "" {
		subject = row.Get("name")
	}
	post, problems := postOf(row), append(row.Problems, duplicates...)
	if m.request.Kind != Envelope && m.request.Kind != Label { // they report it themselves
		problems = append(problems, post.problem...)
	}
	return batch.Record{
		Row: row.Row, Subject: cut(subject), Address: cut(post.full()), Name: fillName(m.pattern, row),
		Digest: sha256.Sum256(*scratch), Size: len(*scratch),
		Problems: problems,
		Paper: func(ctx context.Context) (*printing.Paper, diag.List, error) {
			problems := m.check(row)
			if problems.Failed() {
				return nil, problems, nil
			}
			paper, more, err := m.paper(ctx, row)
			return paper, append(problems, more...), err
		},
	}
}

// cut limits the length of a text that goes into one line of a table.
func cut(text string) string {
	const most = 500
	if len(text) <= most {
		return text
	}
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// appendContent appends all values of a row with the fields and titles of their
// columns.
func appendContent(b []byte, row list.Record) []byte {
	for column, value := range row.All() {
		for _, part := range []string{column.Field, column.Title, value} {
			b = append(append(strconv.AppendInt(b, int64(len(part)), 10), ' '), part...)
		}
	}
	return b
}

// typeset returns a value with typographic quotes, dashes and spaces.
func typeset(row list.Record, key string) string { return typography.Typeset(row.Get(key)) }

// placeholders returns the names in braces of a pattern.
func placeholders(pattern string) (keys []string) {
	for {
		_, rest, found := strings.Cut(pattern, "{")
		key, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return keys
		}
		keys, pattern = append(keys, key), after
	}
}

// fillName replaces the placeholders of a name pattern. When all values are empty, it
// names the row by the person in place of the organization, or by its number.
func fillName(pattern string, row list.Record) string {
	name, empty := pattern, true
	for _, key := range placeholders(pattern) {
		value := typeset(row, key)
		if key == "row" {
			value = strconv.Itoa(row.Row)
		}
		empty = empty && value == ""
		name = strings.ReplaceAll(name, "{"+key+"}", value)
	}
	if person := typeset(row, "name"); empty && person != "" && strings.Contains(pattern, "{organization}") {
		return person
	}
	if empty && strings.Contains(pattern, "{") {
		return "строка " + strconv.Itoa(row.Row)
	}
	return name
}
