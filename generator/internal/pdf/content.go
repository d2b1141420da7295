package pdf

import (
	"math"

	"protokol/generator/internal/cos"
)

// rounded is a real with at most three decimals.
func rounded(v float64) float64 { return math.Round(v*1000)/1000 + 0 } // -0 becomes 0

// number writes a real with at most three decimals and no trailing zeros.
func number(v float64) string { return string(cos.AppendNumber(nil, v)) }

const hexDigits = "0123456789ABCDEF"

// appendHex writes a glyph code of two bytes.
func appendHex(b []byte, code uint16) []byte {
	return append(b, hexDigits[code>>12], hexDigits[code>>8&15], hexDigits[code>>4&15], hexDigits[code&15])
}
