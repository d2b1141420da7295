package pdf

import (
	"math"

	"protokol/generator/internal/cos"
)

// rounded rounds a number to three decimals.
func rounded(v float64) float64 { return math.Round(v*1000)/1000 + 0 } // -0 becomes 0

// number formats a number with at most three decimals.
func number(v float64) string { return string(cos.AppendNumber(nil, v)) }

const hexDigits = "0123456789ABCDEF"

// appendHex appends a two-byte glyph code in hexadecimal.
func appendHex(b []byte, code uint16) []byte {
	return append(b, hexDigits[code>>12], hexDigits[code>>8&15], hexDigits[code>>4&15], hexDigits[code&15])
}
