package pki

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"maps"
	"math/big"
	random "math/rand/v2"
	"slices"
	"testing"
	"time"
)

// listOf returns a list with so many entries, changed.
func listOf(t *testing.T, entries int, change func(*x509.RevocationList)) []byte {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	issuer := &x509.Certificate{Subject: pkix.Name{CommonName: "Центр"}, SubjectKeyId: []byte{1},
		KeyUsage: x509.KeyUsageCRLSign, IsCA: true, BasicConstraintsValid: true}
	list := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: at, NextUpdate: at.AddDate(0, 1, 0)}
	for i := range entries {
		list.RevokedCertificateEntries = append(list.RevokedCertificateEntries, x509.RevocationListEntry{
			SerialNumber: big.NewInt(int64(100 * (i + 1))), RevocationTime: at.AddDate(0, 0, -i%60), ReasonCode: i % 7})
	}
	if change != nil {
		change(list)
	}
	der, err := x509.CreateRevocationList(rand.Reader, list, issuer, key)
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// entryIn is what package x509 finds in a list about a serial number.
func entryIn(list *x509.RevocationList, serial *big.Int) (entry x509.RevocationListEntry, complete bool) {
	critical := func(e pkix.Extension) bool { return e.Critical }
	complete, ended := !slices.ContainsFunc(list.Extensions, critical), false
	for _, e := range list.RevokedCertificateEntries {
		complete = complete && !slices.ContainsFunc(e.Extensions, critical)
		ended = ended || slices.ContainsFunc(e.Extensions, func(e pkix.Extension) bool {
			return e.Id.Equal(asn1.ObjectIdentifier{2, 5, 29, 29})
		})
		if !ended && entry.SerialNumber == nil && e.SerialNumber.Cmp(serial) == 0 {
			entry = e
		}
	}
	return entry, complete
}

// agree checks that a list is understood as package x509 understands it.
func agree(t *testing.T, name string, der []byte) {
	t.Helper()
	want, wantErr := x509.ParseRevocationList(der)
	got, err := ParseList(der)
	if (err == nil) != (wantErr == nil) {
		t.Fatalf("%s: %v, package x509: %v\n%x", name, err, wantErr, der)
	}
	if err != nil {
		return
	}
	if !bytes.Equal(got.Raw, want.Raw) || !bytes.Equal(got.RawTBSRevocationList, want.RawTBSRevocationList) ||
		!bytes.Equal(got.RawIssuer, want.RawIssuer) || !bytes.Equal(got.Signature, want.Signature) ||
		got.SignatureAlgorithm != want.SignatureAlgorithm || !got.ThisUpdate.Equal(want.ThisUpdate) ||
		!got.NextUpdate.Equal(want.NextUpdate) || len(got.Extensions) != len(want.Extensions) {
		t.Fatalf("%s: %+v\npackage x509: %+v", name, got, want)
	}
	for _, serial := range []int64{100, 200, 300, 1000, 127, 128, -1, 0} {
		c := &x509.Certificate{SerialNumber: big.NewInt(serial)}
		entry, complete := entryIn(want, c.SerialNumber)
		since, reason, found := got.entryOf(c)
		if found != (entry.SerialNumber != nil) || !since.Equal(entry.RevocationTime) || reason != entry.ReasonCode ||
			complete != got.isComplete() {
			t.Fatalf("%s: %d: %v, %d, %t, complete %t; package x509: %+v, complete %t\n%x", name, serial, since, reason,
				found, got.isComplete(), entry, complete, der)
		}
	}
}

// TestList: lists are understood as package x509 does, whatever is wrong with them.
func TestList(t *testing.T) {
	extended := func(id asn1.ObjectIdentifier, critical bool) func(*x509.RevocationList) {
		return func(list *x509.RevocationList) {
			list.RevokedCertificateEntries[1].ReasonCode = 0
			list.RevokedCertificateEntries[1].ExtraExtensions = []pkix.Extension{{Id: id, Critical: critical,
				Value: []byte{0x0a, 1, 8}}}
		}
	}
	lists := map[string][]byte{
		"none":           listOf(t, 0, nil),
		"some":           listOf(t, 10, nil),
		"of an issuer":   listOf(t, 3, extended(asn1.ObjectIdentifier{2, 5, 29, 29}, true)),
		"issuer, silent": listOf(t, 3, extended(asn1.ObjectIdentifier{2, 5, 29, 29}, false)),
		"critical":       listOf(t, 3, extended(asn1.ObjectIdentifier{1, 2, 3, 4}, true)),
		"released": listOf(t, 3, func(list *x509.RevocationList) {
			list.RevokedCertificateEntries[1].ReasonCode = 8
		}),
		"of changes": listOf(t, 3, func(list *x509.RevocationList) {
			list.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 27}, Critical: true,
				Value: []byte{2, 1, 1}}}
		}),
		"of another century": listOf(t, 3, func(list *x509.RevocationList) {
			for i := range list.RevokedCertificateEntries {
				list.RevokedCertificateEntries[i].RevocationTime = time.Date(2050+i, 2, 29, 0, 0, 0, 0, time.UTC)
			}
		}),
	}
	entries, fewer := []byte{0x30, 20 + 35 + 35, 0x30, 18}, []byte{0x30, 20 + 35, 0x30, 18}
	lists["with an entry behind"] = bytes.Replace(lists["issuer, silent"], entries, fewer, 1)
	if bytes.Equal(lists["with an entry behind"], lists["issuer, silent"]) {
		t.Fatal("no entries found")
	}
	agree(t, "nothing", nil)
	r := random.New(random.NewPCG(1, 2))
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		der := lists[name]
		agree(t, name, der)
		for range 3000 {
			changed := bytes.Clone(der)
			for range 1 + r.IntN(2) {
				changed[r.IntN(len(changed))] = byte(r.IntN(256))
			}
			agree(t, name+", changed", changed[:len(changed)-r.IntN(2)])
		}
	}
}

// TestLargeList: a list of a large authority takes no memory for its entries.
func TestLargeList(t *testing.T) {
	der := listOf(t, 20_000, nil)
	list, err := ParseList(der)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, found := list.entryOf(&x509.Certificate{SerialNumber: big.NewInt(2_000_000)}); !found {
		t.Error("the last entry is not found")
	}
	allocated := testing.AllocsPerRun(2, func() {
		if _, err := ParseList(der); err != nil {
			t.Error(err)
		}
	})
	if allocated > 200 {
		t.Errorf("%v allocations", allocated)
	}
}

// BenchmarkList parses a list, as package x509 does and without its entries.
func BenchmarkList(b *testing.B) {
	der := listOf(&testing.T{}, 100_000, nil)
	b.SetBytes(int64(len(der)))
	b.Run("x509", func(b *testing.B) {
		for b.Loop() {
			if _, err := x509.ParseRevocationList(der); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("here", func(b *testing.B) {
		for b.Loop() {
			if _, err := ParseList(der); err != nil {
				b.Fatal(err)
			}
		}
	})
}
