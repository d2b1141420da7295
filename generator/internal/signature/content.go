package signature

import "hash"

// Content is a file for the check of its signatures. Those made one after another cover longer and longer beginnings of
// it, and those in files beside it all of it: what they have in common is digested once.
type Content struct {
	file   []byte
	policy Policy
	known  map[string]beginning // by the name of the digest algorithm
}

// beginning is the state of a digest after so many bytes of a file.
type beginning struct {
	size  int
	state hash.Cloner
}

// NewContent returns a file whose signatures a policy judges.
func NewContent(file []byte, p Policy) *Content { return &Content{file, p, map[string]beginning{}} }

// digester computes a digest with a new hash, given with the name of its algorithm.
type digester func(algorithm string, h hash.Hash) []byte

// digester returns the digester of so many bytes of the file, and of what follows.
func (c *Content) digester(size int, rest []byte) digester {
	return func(algorithm string, h hash.Hash) []byte {
		from := 0
		if known, ok := c.known[algorithm]; ok && known.size <= size {
			if clone, err := known.state.Clone(); err == nil {
				h, from = clone, known.size
			}
		}
		defer c.policy.digesting(size - from + len(rest))()
		h.Write(c.file[from:size])
		if cloner, ok := h.(hash.Cloner); ok {
			if clone, err := cloner.Clone(); err == nil {
				c.known[algorithm] = beginning{size, clone}
			}
		}
		h.Write(rest)
		return h.Sum(nil)
	}
}
