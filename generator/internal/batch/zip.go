package batch

import (
	"archive/zip"
	"hash/crc32"
)

// Archive puts the files of all records into one ZIP, in the order of the
// list. PDF and DOCX are compressed already: they are stored as they are.
type Archive struct {
	file pending
	zip  *zip.Writer
}

// NewArchive is an archive of a name in a folder.
func NewArchive(folder Folder, name string) *Archive {
	return &Archive{file: pending{folder: folder, name: name}}
}

// Begin opens the archive.
func (a *Archive) Begin(int) error {
	if err := a.file.begin(); err != nil {
		return err
	}
	a.zip = zip.NewWriter(a.file)
	return nil
}

// noTime is 1 January 1980, the first day that a ZIP can say.
const noTime = 1<<5 | 1

// utf8Name says that names are UTF-8 (APPNOTE.TXT 4.4.4, bit 11).
const utf8Name = 1 << 11

// Add stores the files of a record.
func (a *Archive) Add(o Outcome) error {
	for _, file := range o.Files {
		h := &zip.FileHeader{Name: file.Name, Method: zip.Store, Flags: utf8Name, CRC32: crc32.ChecksumIEEE(file.Data),
			CompressedSize64: uint64(len(file.Data)), UncompressedSize64: uint64(len(file.Data))}
		//lint:ignore SA1019 CreateRaw writes this field and does not look at Modified
		h.ModifiedDate = noTime
		w, err := a.zip.CreateRaw(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(file.Data); err != nil {
			return err
		}
	}
	return nil
}

// Commit shows the archive.
func (a *Archive) Commit() error {
	if err := a.zip.Close(); err != nil {
		return err
	}
	return a.file.commit()
}
