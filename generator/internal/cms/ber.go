package cms

import (
	"encoding/asn1"
	"errors"
)

// maxDepth is how deep values may be nested; certificates need a dozen levels.
const maxDepth = 40

var errEncoding = errors.New("подпись повреждена: неверная кодировка ASN.1")

// toDER converts the first value of BER to DER and returns what follows it. It
// converts what signing programs use: indefinite and overlong lengths, and
// constructed octet strings (X.690, 8.1.3 and 8.7).
func toDER(ber []byte) (der, rest []byte, err error) {
	return derValue(ber, 0)
}

func derValue(ber []byte, depth int) (der, rest []byte, err error) {
	if depth > maxDepth || len(ber) < 2 {
		return nil, nil, errEncoding
	}
	head := 1
	if ber[0]&0x1F == 0x1F { // a tag of several bytes
		for head < len(ber) && head < 5 && ber[head]&0x80 != 0 {
			head++
		}
		head++
	}
	body, rest, indefinite, err := berLength(ber, head)
	if err != nil {
		return nil, nil, err
	}
	identifier := ber[:head]
	if ber[0]&0x20 == 0 {
		if indefinite {
			return nil, nil, errEncoding
		}
		return derJoin(identifier, body), rest, nil
	}
	var inner []byte
	inPieces := ber[0] == 0x20|asn1.TagOctetString
	for len(body) > 0 && !(indefinite && len(body) >= 2 && body[0] == 0 && body[1] == 0) {
		var value []byte
		if value, body, err = derValue(body, depth+1); err != nil {
			return nil, nil, err
		}
		if inPieces {
			var piece []byte
			if _, err := asn1.Unmarshal(value, &piece); err != nil {
				return nil, nil, errEncoding
			}
			value = piece
		}
		inner = append(inner, value...)
	}
	if indefinite {
		if len(body) < 2 {
			return nil, nil, errEncoding
		}
		rest = body[2:]
	}
	if inPieces {
		identifier = []byte{asn1.TagOctetString}
	}
	return derJoin(identifier, inner), rest, nil
}

// berLength reads a length. The body of a value of indefinite length is returned
// with all that follows it.
func berLength(ber []byte, head int) (body, rest []byte, indefinite bool, err error) {
	if head >= len(ber) {
		return nil, nil, false, errEncoding
	}
	first := int(ber[head])
	head++
	length := first
	switch {
	case first == 0x80:
		return ber[head:], nil, true, nil
	case first > 0x84 || head+first&0x7F > len(ber) && first > 0x80:
		return nil, nil, false, errEncoding
	case first > 0x80:
		length = 0
		for _, b := range ber[head : head+first&0x7F] {
			length = length<<8 | int(b)
		}
		head += first & 0x7F
	}
	if length > len(ber)-head {
		return nil, nil, false, errEncoding
	}
	return ber[head : head+length], ber[head+length:], false, nil
}

func derJoin(identifier, body []byte) []byte {
	der := make([]byte, 0, len(identifier)+5+len(body))
	der = append(der, identifier...)
	switch n := len(body); {
	case n < 0x80:
		der = append(der, byte(n))
	case n < 1<<8:
		der = append(der, 0x81, byte(n))
	case n < 1<<16:
		der = append(der, 0x82, byte(n>>8), byte(n))
	case n < 1<<24:
		der = append(der, 0x83, byte(n>>16), byte(n>>8), byte(n))
	default:
		der = append(der, 0x84, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
	}
	return append(der, body...)
}
