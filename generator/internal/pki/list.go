package pki

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"slices"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"
)

// List is a certificate revocation list (RFC 5280, 5). Those of large authorities have hundreds of thousands of
// entries, which are checked once as package x509 checks them, and otherwise left as they are written.
type List struct {
	*x509.RevocationList        // without entries
	entries              []byte // in DER
	isCritical           bool   // an entry has an extension that must be known
}

// ListCost is the work of reading a byte of a list, see Pool.Budget.
const ListCost = 2

// ParseList parses a list.
func ParseList(der []byte) (*List, error) {
	shell, entries, raw, body := withoutEntries(der)
	if shell == nil {
		return nil, errList
	}
	parsed, err := x509.ParseRevocationList(shell)
	if err != nil {
		return nil, err
	}
	parsed.Raw, parsed.RawTBSRevocationList = raw, body
	l := &List{RevocationList: parsed, entries: entries}
	for rest := cryptobyte.String(entries); !rest.Empty(); {
		var e listEntry
		if !e.read(&rest) {
			return nil, errList
		}
		l.isCritical = l.isCritical || e.isCritical
	}
	return l, nil
}

var errList = errors.New("список отозванных сертификатов повреждён")

// withoutEntries divides a revocation list (RFC 5280, 5.1): shell is the list without its entries, raw the list as it
// is, and body the part of it that is signed. All are nil if der is not a revocation list.
func withoutEntries(der []byte) (shell, entries, raw, body []byte) {
	input := cryptobyte.String(der)
	var whole, outer, signed, inner, revoked cryptobyte.String
	if !input.ReadASN1Element(&whole, tags.SEQUENCE) {
		return nil, nil, nil, nil
	}
	raw = whole
	if !whole.ReadASN1(&outer, tags.SEQUENCE) || !outer.ReadASN1Element(&signed, tags.SEQUENCE) {
		return nil, nil, nil, nil
	}
	body = signed
	if !signed.ReadASN1(&inner, tags.SEQUENCE) {
		return nil, nil, nil, nil
	}
	rest := inner
	isTime := func() bool { return rest.PeekASN1Tag(tags.UTCTime) || rest.PeekASN1Tag(tags.GeneralizedTime) }
	if !rest.SkipASN1(tags.INTEGER) || !rest.SkipASN1(tags.SEQUENCE) || !rest.SkipASN1(tags.SEQUENCE) {
		return nil, nil, nil, nil // of its version, algorithm and issuer
	}
	for range 2 { // this update and the next, if any
		if !isTime() {
			break
		}
		var t cryptobyte.String
		var tag tags.Tag
		if !rest.ReadAnyASN1(&t, &tag) {
			return nil, nil, nil, nil
		}
	}
	head := inner[:len(inner)-len(rest)]
	if rest.PeekASN1Tag(tags.SEQUENCE) && !rest.ReadASN1(&revoked, tags.SEQUENCE) {
		return nil, nil, nil, nil
	}
	if !rest.PeekASN1Tag(tags.Tag(0).Constructed().ContextSpecific()) {
		rest = nil // no extensions, and package x509 looks at nothing else
	}
	var b cryptobyte.Builder
	b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddBytes(head)
			b.AddBytes(rest)
		})
		b.AddBytes(outer)
	})
	return b.BytesOrPanic(), revoked, raw, body
}

// listEntry is an entry of a list (RFC 5280, 5.3).
type listEntry struct {
	serial     cryptobyte.String
	time       cryptobyte.String // an element
	reason     int
	hasIssuer  bool // it names one
	isCritical bool
}

// read reads an entry and reports whether it is well formed.
func (e *listEntry) read(list *cryptobyte.String) bool {
	var entry, extensions cryptobyte.String
	if !list.ReadASN1(&entry, tags.SEQUENCE) || !entry.ReadASN1(&e.serial, tags.INTEGER) || !isShortest(e.serial) ||
		!readTime(&entry, &e.time) {
		return false
	}
	if !entry.PeekASN1Tag(tags.SEQUENCE) {
		return true
	}
	if !entry.ReadASN1(&extensions, tags.SEQUENCE) {
		return false
	}
	for !extensions.Empty() {
		if !e.extension(&extensions) {
			return false
		}
	}
	return true
}

// isShortest reports whether an integer has no needless bytes (X.690, 8.3.2).
func isShortest(n []byte) bool {
	return len(n) == 1 || len(n) > 1 && (n[0] != 0 || n[1] >= 0x80) && (n[0] != 0xff || n[1] < 0x80)
}

// Extensions of entries by their identifiers in DER: 2.5.29.21 and 2.5.29.29.
const (
	reasonCode        = "\x55\x1d\x15"
	certificateIssuer = "\x55\x1d\x1d"
)

// extension reads an extension of an entry.
func (e *listEntry) extension(list *cryptobyte.String) bool {
	var extension, id, value cryptobyte.String
	if !list.ReadASN1(&extension, tags.SEQUENCE) {
		return false
	}
	whole := extension
	if !extension.ReadASN1(&id, tags.OBJECT_IDENTIFIER) {
		return false
	}
	isReason, isIssuer := string(id) == reasonCode, string(id) == certificateIssuer
	var known asn1.ObjectIdentifier
	if !isReason && !isIssuer && !whole.ReadASN1ObjectIdentifier(&known) {
		return false
	}
	isCritical := false
	if extension.PeekASN1Tag(tags.BOOLEAN) && !extension.ReadASN1Boolean(&isCritical) {
		return false
	}
	if !extension.ReadASN1(&value, tags.OCTET_STRING) || isReason && !value.ReadASN1Enum(&e.reason) {
		return false
	}
	e.isCritical, e.hasIssuer = e.isCritical || isCritical, e.hasIssuer || isIssuer
	return true
}

// readTime reads a time, which parseTime returns.
func readTime(from, element *cryptobyte.String) bool {
	before := *from
	var digits cryptobyte.String
	var tag tags.Tag
	if !from.ReadAnyASN1(&digits, &tag) {
		return false
	}
	*element = before[:len(before)-len(*from)]
	if tag == tags.UTCTime && isUsualTime(digits) || tag == tags.GeneralizedTime && len(digits) == 15 &&
		isUsualTime(digits[2:]) && isDigits(digits[:2]) {
		return true
	}
	_, ok := parseTime(*element)
	return ok
}

func isDigits(text []byte) bool {
	for _, b := range text {
		if b < '0' || b > '9' {
			return false
		}
	}
	return true
}

// isUsualTime reports whether a text is a time such as 261130154100Z, on a day that the month has in every year.
func isUsualTime(text []byte) bool {
	if len(text) != 13 || text[12] != 'Z' || !isDigits(text[:12]) {
		return false
	}
	two := func(i int) int { return int(text[i]-'0')*10 + int(text[i+1]-'0') }
	month, day, days := two(2), two(4), 31
	switch month {
	case 2:
		days = 28
	case 4, 6, 9, 11:
		days = 30
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= days && two(6) < 24 && two(8) < 60 && two(10) < 60
}

// parseTime returns the time of an element (RFC 5280, 5.1.2.4).
func parseTime(element cryptobyte.String) (t time.Time, ok bool) {
	if element.PeekASN1Tag(tags.UTCTime) {
		ok = element.ReadASN1UTCTime(&t)
	} else {
		ok = element.ReadASN1GeneralizedTime(&t)
	}
	return t, ok
}

// isComplete reports whether a list is one of all certificates: extensions that must be known
// make it one of some only, or one of changes. One that must be known of an entry makes the
// list say nothing about other certificates (RFC 5280, 5.3).
func (l *List) isComplete() bool {
	return !l.isCritical && !slices.ContainsFunc(l.Extensions, func(e pkix.Extension) bool { return e.Critical })
}

// entryOf returns since when a certificate is revoked, and for which reason. Entries from one that names an issuer
// on are not about certificates of the issuer of the list (RFC 5280, 5.3.3).
func (l *List) entryOf(c *x509.Certificate) (revoked time.Time, reason int, found bool) {
	serial, err := asn1.Marshal(c.SerialNumber)
	if err != nil {
		return time.Time{}, 0, false
	}
	var number cryptobyte.String
	element := cryptobyte.String(serial)
	element.ReadASN1(&number, tags.INTEGER)
	for rest := cryptobyte.String(l.entries); !rest.Empty(); {
		var e listEntry
		if !e.read(&rest) || e.hasIssuer {
			break
		}
		if bytes.Equal(e.serial, number) {
			revoked, found = parseTime(e.time)
			return revoked, e.reason, found
		}
	}
	return time.Time{}, 0, false
}
