package cms

import (
	"bytes"
	"encoding/asn1"
	"encoding/base64"
	"encoding/pem"
	"errors"
)

// maxSigners is the maximum number of signers in a .sig file.
const maxSigners = 100

var errSigners = errors.New("в файле слишком много подписей")

// ErrSeveral is the error for several signatures where one is expected.
var ErrSeveral = errors.New("в подписи несколько подписавших; нужна подпись одного человека")

// Decode returns the signatures in a .sig file, which is DER, PEM, or plain base64,
// each as a signature of one signer: one document may be signed by several persons
// in one signature (RFC 5652, 5.1), and PEM may hold several signatures.
func Decode(file []byte) (signatures [][]byte, err error) {
	raw, err := decodeText(file)
	if err != nil {
		return nil, err
	}
	for _, data := range raw {
		if signatures = append(signatures, bySigner(data)...); len(signatures) > maxSigners {
			return nil, errSigners
		}
	}
	return signatures, nil
}

// decodeText returns the binary signatures in a .sig file.
func decodeText(file []byte) (raw [][]byte, err error) {
	for block, rest := pem.Decode(file); block != nil; block, rest = pem.Decode(rest) {
		if raw = append(raw, block.Bytes); len(raw) > maxSigners {
			return nil, errSigners
		}
	}
	if len(raw) > 0 {
		return raw, nil
	}
	if len(file) > 0 && file[0] == 0x30 && !bytes.HasPrefix(file, []byte("0\r\n")) {
		return [][]byte{file}, nil
	}
	if bytes.HasPrefix(file, []byte("%PDF")) || bytes.HasPrefix(file, []byte("PK\x03\x04")) {
		return nil, errors.New("это документ, а не подпись: за документом указывают файлы его подписей")
	}
	plain := bytes.Join(bytes.Fields(file), nil)
	data := make([]byte, base64.StdEncoding.DecodedLen(len(plain)))
	n, err := base64.StdEncoding.Decode(data, plain)
	if err != nil || n == 0 {
		return nil, errors.New("это не подпись: не DER, не PEM и не base64")
	}
	return [][]byte{data[:n]}, nil
}

// bySigner returns a copy of a signature for each of its signers, whose own
// signatures do not depend on each other. A signature that is not read here is
// returned as it is; Parse reports what is wrong with it.
func bySigner(data []byte) [][]byte {
	whole := [][]byte{data}
	der, rest, err := toDER(data)
	if err != nil || len(bytes.Trim(rest, "\x00")) > 0 {
		return whole
	}
	signed, err := parseSignedData(der)
	if err != nil {
		return whole
	}
	var made [][]byte
	for left := signed.Signers.Bytes; len(left) > 0 && len(made) <= maxSigners; {
		var signer asn1.RawValue
		if left, err = asn1.Unmarshal(left, &signer); err != nil {
			return whole
		}
		one := *signed
		if one.Signers, err = set(asn1.ClassUniversal, asn1.TagSet, [][]byte{signer.FullBytes}); err != nil {
			return whole
		}
		alone, err := wrapped(one)
		if err != nil {
			return whole
		}
		made = append(made, alone)
	}
	if len(made) < 2 {
		return whole
	}
	return made
}
