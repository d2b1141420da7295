package cms

import "encoding/asn1"

// maxIterations limits the work of deriving keys from a password, in a whole container.
// Programs use between 2,000 and 600,000 iterations for each of three keys; ten million
// take several seconds.
const maxIterations = 10_000_000

// IsCostly reports whether a PKCS #12 container asks for more iterations of key
// derivations than any honest program. Iterations follow the salt in the parameters
// of all kinds (RFC 7292, 4 and appendix C; RFC 8018, A.2).
func IsCostly(container []byte) bool { return iterations(container, 0) > maxIterations }

// iterations sums up the iterations in consecutive values, as far as the limit.
func iterations(data []byte, depth int) (sum int) {
	const deepest = 20
	salted := false
	for depth < deepest && len(data) > 0 && sum <= maxIterations {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(data, &v)
		if err != nil {
			return sum
		}
		data = rest
		if salted && v.Class == asn1.ClassUniversal && v.Tag == asn1.TagInteger {
			sum += count(v.Bytes)
		}
		salted = v.Class == asn1.ClassUniversal && v.Tag == asn1.TagOctetString
		if v.IsCompound || salted {
			sum += iterations(v.Bytes, depth+1)
		}
	}
	return sum
}

// count returns a number of iterations; more than the limit for a negative or larger one.
func count(digits []byte) (n int) {
	for i, b := range digits {
		if n = n<<8 | int(b); n > maxIterations || i == 0 && b >= 0x80 {
			return maxIterations + 1
		}
	}
	return n
}
