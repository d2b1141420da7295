package generator

import "protokol/generator/internal/disk"

// Output is a file to be written.
type Output = disk.File

// Save writes files whole or not at all: each under a temporary name beside its
// place, then all are renamed. Unless forced it fails with a SignedError rather
// than replace a signed file.
func Save(files []Output, force bool) error { return disk.Save(files, force) }
