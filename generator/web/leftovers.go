package web

import (
	"context"
	"io/fs"
	"regexp"
	"strings"
	"time"
)

// temporaryName matches the names of files that are about to replace others: of this package and of package disk.
// Files left by a killed server have such names; locks and files of the user do not.
var temporaryName = regexp.MustCompile(`^\.protokol-(?:[0-9]+-[0-9]+|[A-Z2-7]{26,})$`)

// leftoverAge is how old a temporary file must be to be left over: another server of the
// same folder may be writing one. If it were, its change would fail and be sent again.
const leftoverAge = 10 * time.Second

// removeLeftovers removes temporary files that a killed server left.
func (s *Server) removeLeftovers() {
	left := maxEntries
	_ = fs.WalkDir(s.fsys(), ".", func(name string, entry fs.DirEntry, err error) error {
		if left--; left < 0 {
			return fs.SkipAll
		}
		switch {
		case err != nil:
			return fs.SkipDir
		case entry.IsDir() && name != "." && (hidden(entry.Name()) || strings.Count(name, "/") >= maxDepth):
			return fs.SkipDir
		case !entry.Type().IsRegular() || !temporaryName.MatchString(entry.Name()):
			return nil
		}
		if info, err := entry.Info(); err == nil && s.Now().Sub(info.ModTime()) > leftoverAge {
			_ = s.Root.Remove(name) // one that cannot be removed does no harm
		}
		return nil
	})
}

// tidy removes leftovers, and once more when those of a server that was killed just
// before are old enough.
func (s *Server) tidy(ctx context.Context) {
	s.removeLeftovers()
	again := time.AfterFunc(2*leftoverAge, s.removeLeftovers)
	context.AfterFunc(ctx, func() { again.Stop() })
}
