package cms

import (
	"bytes"
	"encoding/asn1"
	"encoding/base64"
	"encoding/pem"
	"errors"
)

const (
	// maxSigners is the maximum number of signers in a .sig file.
	maxSigners = 100
	// maxCopies limits the size of the signatures by signer of one signature, in bytes.
	maxCopies = 32 << 20
)

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
		made, err := bySigner(data)
		if err != nil {
			return nil, err
		}
		if signatures = append(signatures, made...); len(signatures) > maxSigners {
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
		return nil, errors.New("это документ, а не подпись: нужен файл его подписи (.sig, .p7s)")
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
func bySigner(data []byte) ([][]byte, error) {
	whole := [][]byte{data}
	der, rest, err := toDER(data)
	if err != nil || len(bytes.Trim(rest, "\x00")) > 0 {
		return whole, nil
	}
	signed, err := parseSignedData(der)
	if err != nil {
		return whole, nil
	}
	signers, err := signersIn(signed.Signers.Bytes)
	switch {
	case err != nil || len(signers) < 2:
		return whole, nil
	case len(signers) > maxSigners || len(signers)*len(der) > maxCopies:
		return nil, errSigners
	}
	made := make([][]byte, len(signers))
	for i, signer := range signers {
		one := *signed
		if one.Signers, err = set(asn1.ClassUniversal, asn1.TagSet, [][]byte{signer}); err != nil {
			return nil, err
		}
		if made[i], err = wrapped(one); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// signersIn returns the signers in a set, up to one more than are allowed.
func signersIn(der []byte) (list [][]byte, err error) {
	for len(der) > 0 && len(list) <= maxSigners {
		var signer asn1.RawValue
		if der, err = asn1.Unmarshal(der, &signer); err != nil {
			return nil, err
		}
		list = append(list, signer.FullBytes)
	}
	return list, nil
}
