package reader

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"protokol/generator/internal/opc"
	"protokol/generator/internal/origin"
)

// Limits of a DOCX.
const (
	maxCustom  = 200      // custom parts that are read
	maxPart    = 96 << 20 // decompressed bytes of the parts:
	maxText    = 4 << 20  // decompressed bytes of text, which compresses well
	maxDeflate = 4        // maximum compression ratio of base64 pictures
)

// DOCX returns the attachments in a DOCX. Their part may have any number in its
// name: Word renames parts when it saves.
func DOCX(file []byte) ([]origin.Attachment, error) {
	archive, err := unzip(file)
	if err != nil {
		return nil, err
	}
	custom := 0
	var found []origin.Attachment
	room := uint64(min(maxPart, maxText+maxDeflate*len(file)))
	for _, part := range archive.File {
		if ok, _ := path.Match("customXml/item*.xml", part.Name); !ok {
			continue
		}
		if custom++; custom > maxCustom {
			return nil, fmt.Errorf("файл повреждён: частей с данными больше %d", maxCustom)
		}
		list, err := attachedIn(part, &room)
		if err != nil {
			return nil, err
		}
		if found = append(found, list...); len(found) > maxAttachments {
			return nil, fmt.Errorf("в документ вложено больше %d файлов", maxAttachments)
		}
	}
	if found == nil && mainPart(archive) == nil {
		return nil, notDOCX(file)
	}
	return found, nil
}

// notDOCX returns what a file is instead of a DOCX, as far as that is known.
func notDOCX(file []byte) error {
	return refusal(cmp.Or(opc.Other(file), "это не DOCX"))
}

// source is the part with the attachments.
type source struct {
	XMLName xml.Name `xml:"urn:protokol:source:1 source"`
	Files   []struct {
		Name         string `xml:"name,attr"`
		Type         string `xml:"type,attr"`
		Relationship string `xml:"relationship,attr"`
		Data         string `xml:",chardata"`
	} `xml:"file"`
}

// attachedIn reads the attachments in a custom part, or nothing if it has other
// content. It reduces room by the decompressed size.
func attachedIn(part *zip.File, room *uint64) ([]origin.Attachment, error) {
	if !isSource(part) {
		return nil, nil
	}
	if part.UncompressedSize64 > *room {
		return nil, errTooMuch
	}
	*room -= part.UncompressedSize64
	content, err := part.Open()
	if err != nil {
		return nil, refusal("файл повреждён: DOCX не распаковывается")
	}
	defer content.Close()
	var s source
	if err := opc.NewDecoder(io.LimitReader(content, int64(part.UncompressedSize64))).Decode(&s); err != nil {
		return nil, refusal("файл повреждён: часть с исходными данными не читается")
	}
	return s.attachments()
}

// isSource reports whether the root element of a part is that of our
// attachments.
func isSource(part *zip.File) bool {
	content, err := part.Open()
	if err != nil {
		return false
	}
	defer content.Close()
	decoder := opc.NewDecoder(io.LimitReader(content, 64<<10))
	for {
		token, err := decoder.Token()
		if err != nil {
			return false
		}
		if root, ok := token.(xml.StartElement); ok {
			return root.Name == xml.Name{Space: origin.Namespace, Local: "source"}
		}
	}
}

func (s source) attachments() (list []origin.Attachment, err error) {
	for _, f := range s.Files {
		data, err := base64.StdEncoding.DecodeString(strings.TrimSpace(f.Data))
		if err != nil {
			return nil, refusal("файл повреждён: исходные данные не читаются")
		}
		list = append(list, origin.Attachment{Name: f.Name, Type: f.Type, Relationship: f.Relationship, Data: data})
	}
	return list, nil
}

// maxMimetype is the length of the beginning of an OpenDocument package that holds its
// type, not compressed (OpenDocument 1.3, part 2, 3.3).
const maxMimetype = 128

// IsOpenDocument reports a package of LibreOffice and others: ODT, ODS.
func IsOpenDocument(file []byte) bool {
	return bytes.Contains(file[:min(len(file), maxMimetype)], []byte("application/vnd.oasis.opendocument."))
}
