package batch

import (
	"archive/zip"
	"hash/crc32"
)

// Archive stores the files of all records in one ZIP, in the order of the list.
// PDF and DOCX are already compressed, so they are stored without compression.
type Archive struct {
	file pendingFile
	zip  *zip.Writer
}

// NewArchive returns an Archive that writes the named file to folder.
func NewArchive(folder Folder, name string) *Archive {
	return &Archive{file: pendingFile{folder: folder, name: name}}
}

// Begin creates the archive.
func (a *Archive) Begin(int) error {
	if err := a.file.create(); err != nil {
		return err
	}
	a.zip = zip.NewWriter(a.file)
	return nil
}

// dosEpoch is 1 January 1980, the earliest MS-DOS date a ZIP can hold. A fixed
// date makes the archive reproducible.
const dosEpoch = 1<<5 | 1

// flagUTF8 marks file names as UTF-8 (APPNOTE.TXT 4.4.4, bit 11).
const flagUTF8 = 1 << 11

// Add stores the files of a record.
func (a *Archive) Add(o Outcome) error {
	for _, file := range o.Files {
		h := &zip.FileHeader{Name: file.Name, Method: zip.Store, Flags: flagUTF8, CRC32: crc32.ChecksumIEEE(file.Data),
			CompressedSize64: uint64(len(file.Data)), UncompressedSize64: uint64(len(file.Data))}
		//lint:ignore SA1019 CreateRaw writes this field and does not look at Modified
		h.ModifiedDate = dosEpoch
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

// Commit closes the archive and gives it its final name.
func (a *Archive) Commit() error {
	if err := a.zip.Close(); err != nil {
		return err
	}
	return a.file.commit()
}
