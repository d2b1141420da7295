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

// Records iterates over the list. After an error, which comes last, the rest of
// the list is unreadable.
func (m *Mailing) Records() iter.Seq2[batch.Record, error] {
	return func(yield func(batch.Record, error) bool) {
		var duplicates list.Duplicates
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
			if !yield(m.record(row, duplicates.Check(row), &scratch), nil) {
				return
			}
		}
	}
}

// record returns the record for a row. Scratch is a buffer for its content.
func (m *Mailing) record(row list.Record, duplicates diag.List, scratch *[]byte) batch.Record {
	*scratch = appendContent((*scratch)[:0], row)
	subject := typeset(row, "organization")
	if subject == "" {
		subject = row.Get("name")
	}
	return batch.Record{
		Row: row.Row, Subject: cut(subject), Address: cut(postalAddress(row)), Name: fillName(m.pattern, row),
		Digest: sha256.Sum256(*scratch), Size: len(*scratch),
		Problems: append(row.Problems, duplicates...),
		Paper: func(ctx context.Context) (*printing.Paper, diag.List, error) {
			if problems := m.check(row); problems.Failed() {
				return nil, problems, nil
			}
			return m.paper(ctx, row)
		},
	}
}

// check returns the errors of a row that show before its letter is composed.
func (m *Mailing) check(row list.Record) (problems diag.List) {
	wrong := func(key, message, hint string) {
		problems = append(problems, row.Problem(diag.Error, key, message, hint))
	}
	if row.Get("organization") == "" && row.Get("name") == "" {
		wrong("organization", "не указано, кому письмо: нет ни организации, ни имени",
			"заполните ячейку или удалите строку")
	}
	if inn := row.Get("inn"); inn != "" {
		if err := codes.INN(inn); err != nil {
			wrong("inn", fmt.Sprintf("ИНН «%s»: %v", inn, err), "исправьте ИНН или оставьте ячейку пустой")
		}
	}
	if value := row.Get("gender"); value != "" && genderOf(row) == "" {
		wrong("gender", fmt.Sprintf("непонятный пол «%s»", value), "пишется м или ж; можно оставить ячейку пустой")
	}
	if value := row.Get("date"); value != "" && dateOf(row).IsZero() {
		wrong("date", fmt.Sprintf("непонятная дата «%s»", value), "пишется так: 20.11.2017")
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
			wrong(key, fmt.Sprintf("символа «%c» (U+%04X) нет в шрифте", char, char),
				"замените его другим знаком или словом")
			break
		}
	}
	return problems
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
func typeset(row list.Record, key string) string { return russian.Typeset(row.Get(key)) }

// postalAddress returns the postal address with its index.
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

// addressFields returns the fields of the postal address.
func addressFields(row list.Record) []string {
	if row.Get("postal_address") != "" {
		return []string{"postal_address", "index"}
	}
	return []string{"address", "index"}
}

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

// fillName replaces the placeholders of a name pattern. When all values are
// empty, it names the row by its number.
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
