package origin

import (
	"crypto/sha256"
	"fmt"
)

// Cost of one digest: 32 MB of memory, about a tenth of a second of a core
// (RFC 7914, 2).
const (
	scryptN = 1 << 15
	scryptR = 8
	scryptP = 1
)

// digestSize is the length of digests in bytes.
const digestSize = 16

// sourceMethod is the number of the method of SourceDigest.
const sourceMethod = "1-"

// SourceDigest returns the digest of the files that a paper was made from, for a
// paper that leaves the office without them: it shows whether the office has changed
// them since.
//
// Whoever gets the paper has the digest. If they know the source up to a short secret, such as a phone number or a
// vote, they can try every value against it. The same input must give the same bytes, so there is no random salt; a
// salt derived from the source adds nothing, because it is derived again from every guess. What limits guessing is
// the whole of the source, which must be guessed byte for byte, and the price of a guess: scrypt takes a hundred
// thousand times as long as SHA-256, and memory that graphics cards do not have for many guesses at once. The salt
// names the body and the date, so that no work can be shared between papers of different meetings. A random line in
// a comment of the source makes guessing impossible.
//
// The row of a list is not part of it: with the source at hand a guess of a column
// would be cheap.
func SourceDigest(files []File, salt string) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s %d\n", f.Role, len(f.Data))
		h.Write(f.Data)
	}
	return recentDigests.digest([sha256.Size]byte(h.Sum(nil)), salt)
}
