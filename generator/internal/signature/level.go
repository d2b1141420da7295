package signature

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/cos"
)

// level remarks which of the baseline levels a signature has (ETSI EN 319 142-1, 6): B-B is a signature alone, B-T
// has a time stamp, B-LT has the data about revocation in the document, and B-LTA a time stamp of the document that
// covers these data. Whether they are trusted is reported elsewhere.
func (j *judgement) level() {
	made := j.s.made
	if !j.s.Verified || len(j.s.Problems) > 0 ||
		j.s.filter != cades || !made.HasAttributes() || !made.NamesCertificate() {
		return
	}
	level := "B-B"
	if j.stamped {
		level = "B-T"
		if j.known.stored && j.complete(j.known) {
			level = "B-LT"
			if slices.ContainsFunc(j.archived, j.complete) {
				level = "B-LTA"
			}
		}
	}
	j.remark("вид подписи: PAdES %s", level)
}

// archives returns the document security store of a revision of a file, which a time
// stamp of the document covers.
func archives(f *cos.File, end int) *evidence {
	revision, err := f.Before(end)
	if err != nil || revision.Dict(revision.Root()["DSS"]) == nil {
		return nil
	}
	found := evidenceIn(revision)
	return &found
}

// complete reports whether a document security store has answers about the revocation
// of all certificates of the chain but the root.
func (j *judgement) complete(store evidence) bool {
	path := j.pool.Issuers(j.s.made.Certificate)
	if !isSelfSigned(path[len(path)-1]) {
		return false
	}
	for i, c := range path[:len(path)-1] {
		if !store.pool.Revocation(c, path[i+1], j.reference()).Known {
			return false
		}
	}
	return true
}

// Patterns of the number of a machine-readable power of attorney
// (машиночитаемая доверенность, МЧД): a GUID, which the register assigns.
var (
	guid     = regexp.MustCompile(`(?i)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b`)
	attorney = regexp.MustCompile(`(?i)МЧД|доверенност|EMCHD`)
)

// authority remarks on the numbers of the powers of attorney under which a person signed. No standard defines where a
// signature carries them; the register's numbers are looked for in the reason and in the texts of the signed
// attributes. Several are told, or how many more there are: which of them holds is not for this program to choose.
func (j *judgement) authority() {
	var numbers []string
	known := map[string]bool{}
	for _, text := range append(j.s.made.Texts(), j.s.Reason) {
		if !attorney.MatchString(text) {
			continue
		}
		for _, number := range guid.FindAllString(text, -1) {
			if number = strings.ToLower(number); !known[number] {
				numbers, known[number] = append(numbers, number), true
			}
		}
	}
	if len(numbers) == 1 {
		j.remark("машиночитаемая доверенность (МЧД) № %s: указана в подписи, здесь не проверялась", numbers[0])
	} else if len(numbers) > 1 {
		const most = 5
		more := ""
		if len(numbers) > most {
			more = fmt.Sprintf(" и ещё %d", len(numbers)-most)
		}
		j.remark("в подписи указаны разные машиночитаемые доверенности (МЧД), здесь не проверялись: № %s%s",
			strings.Join(numbers[:min(len(numbers), most)], ", № "), more)
	}
}
