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
	"protokol/generator/internal/codes"
	"protokol/generator/internal/list"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/russian"
)

// Records reads the list. The error comes last: what is below it cannot be
// read.
func (m *Mailing) Records() iter.Seq2[batch.Record, error] {
	return func(yield func(batch.Record, error) bool) {
		var twice list.Duplicates
		var scratch []byte
		for row, err := range m.to.Records() {
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
			if !yield(m.record(row, twice.Check(row), &scratch), nil) {
				return
			}
		}
	}
}

// record makes a record of a row. What it says is put together in scratch.
func (m *Mailing) record(row list.Record, twice diag.List, scratch *[]byte) batch.Record {
	*scratch = appendContent((*scratch)[:0], row)
	subject := typeset(row, "organization")
	if subject == "" {
		subject = row.Get("name")
	}
	return batch.Record{
		Row: row.Row, Subject: cut(subject), Address: cut(postalAddress(row)), Name: fillName(m.pattern, row),
		Digest: sha256.Sum256(*scratch), Size: len(*scratch),
		Problems: append(row.Problems, twice...),
		Paper: func(ctx context.Context) (*printing.Paper, diag.List, error) {
			if problems := m.check(row); problems.Failed() {
				return nil, problems, nil
			}
			return m.paper(ctx, row)
		},
	}
}

// check finds what is wrong with a row before its letter is composed.
func (m *Mailing) check(row list.Record) (problems diag.List) {
	wrong := func(key, message, hint string) {
		problems = append(problems, row.Problem(diag.Error, key, message, hint))
	}
	if row.Get("organization") == "" && row.Get("name") == "" {
		wrong("organization", "не указано, кому письмо: нет ни организации, ни имени", "заполните ячейку или удалите строку")
	}
	if inn := row.Get("inn"); inn != "" {
		if err := codes.INN(inn); err != nil {
			wrong("inn", fmt.Sprintf("ИНН «%s»: %v", inn, err), "исправьте ИНН или оставьте ячейку пустой")
		}
	}
	if said := row.Get("gender"); said != "" && genderOf(row) == "" {
		wrong("gender", fmt.Sprintf("непонятный пол «%s»", said), "пишется м или ж; можно оставить ячейку пустой")
	}
	if said := row.Get("date"); said != "" && dateOf(row).IsZero() {
		wrong("date", fmt.Sprintf("непонятная дата «%s»", said), "пишется так: 20.11.2017")
	}
	for column, value := range row.All() {
		for _, char := range value {
			if char >= ' ' && char < 0x7F || char >= 'А' && char <= 'я' || char == '\n' || m.press.Covers(char) {
				continue
			}
			key := column.Field
			if key == "" {
				key = column.Title
			}
			wrong(key, fmt.Sprintf("символа «%c» (U+%04X) нет в шрифте", char, char), "замените его другим знаком или словом")
			break
		}
	}
	return problems
}

// cut keeps what was meant for one line of a table at a length for it.
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

// appendContent appends all that a row says, with what each value is for.
func appendContent(b []byte, row list.Record) []byte {
	for column, value := range row.All() {
		for _, part := range []string{column.Field, column.Title, value} {
			b = append(append(strconv.AppendInt(b, int64(len(part)), 10), ' '), part...)
		}
	}
	return b
}

// typeset is a value with the quotes, dashes and spaces of a printed text.
func typeset(row list.Record, key string) string { return russian.Typeset(row.Get(key)) }

// postalAddress is where a letter is sent.
func postalAddress(row list.Record) string {
	address := row.Get("postal_address")
	if address == "" {
		address = row.Get("address")
	}
	if index := row.Get("index"); index != "" && !strings.Contains(address, index) {
		address = strings.TrimRight(index+", "+address, ", ")
	}
	return address
}

// addressFields are the fields of the postal address of a row.
func addressFields(row list.Record) []string {
	if row.Get("postal_address") != "" {
		return []string{"postal_address", "index"}
	}
	return []string{"address", "index"}
}

// placeholders are the names in braces of a pattern.
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

// fillName fills the pattern of a name; a row that gives nothing is named by
// its number.
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
	if empty && strings.Contains(pattern, "{") {
		return "строка " + strconv.Itoa(row.Row)
	}
	return name
}
