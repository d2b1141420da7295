package origin

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync"

	"golang.org/x/crypto/scrypt"
)

// digested is the digest of a source.
type digested struct {
	source [sha256.Size]byte
	salt   string
	digest string
}

// recent keeps the digests of the last sources, because several papers are made of
// one.
type recent struct {
	mutex sync.Mutex
	list  []digested // the oldest first
}

// maxRecent limits the digests that are kept.
const maxRecent = 32

var recentDigests recent

// digest returns the digest of the files with a hash.
func (r *recent) digest(source [sha256.Size]byte, salt string) string {
	if known := r.find(source, salt); known != "" {
		return known
	}
	key, err := scrypt.Key(source[:], []byte("source, "+salt), scryptN, scryptR, scryptP, digestSize)
	if err != nil {
		panic(err) // the parameters are valid
	}
	d := digested{source, salt, sourceMethod + hex.EncodeToString(key)}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.list = append(r.list[max(0, len(r.list)-maxRecent+1):], d)
	return d.digest
}

func (r *recent) find(source [sha256.Size]byte, salt string) string {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	i := slices.IndexFunc(r.list, func(d digested) bool { return d.source == source && d.salt == salt })
	if i < 0 {
		return ""
	}
	return r.list[i].digest
}
