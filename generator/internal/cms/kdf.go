package cms

import "encoding/asn1"

// maxIterations limits the work of deriving a key from a password. Programs use
// between 2,000 and 600,000 iterations; ten million take several seconds.
const maxIterations = 10_000_000

// IsCostly reports whether a PKCS #12 container asks for more iterations of a key
// derivation than any honest program. Iterations follow the salt in the parameters
// of all kinds (RFC 7292, 4 and appendix C; RFC 8018, A.2).
func IsCostly(container []byte) bool { return isCostly(container, 0) }

func isCostly(data []byte, depth int) bool {
	const deepest = 20
	salted := false
	for depth < deepest && len(data) > 0 {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(data, &v)
		if err != nil {
			return false
		}
		data = rest
		if salted && v.Class == asn1.ClassUniversal && v.Tag == asn1.TagInteger && exceeds(v.Bytes) {
			return true
		}
		salted = v.Class == asn1.ClassUniversal && v.Tag == asn1.TagOctetString
		if (v.IsCompound || salted) && isCostly(v.Bytes, depth+1) {
			return true
		}
	}
	return false
}

// exceeds reports whether an integer is negative or above maxIterations.
func exceeds(digits []byte) bool {
	n := 0
	for i, b := range digits {
		if i == 0 && b >= 0x80 {
			return true
		}
		if n = n<<8 | int(b); n > maxIterations {
			return true
		}
	}
	return false
}
