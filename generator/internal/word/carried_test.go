package word_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/origin"
)

// TestCarried: papers do not have the first page of the template as a picture, nor where
// and by whom its pictures were taken; what else they have of it is named.
func TestCarried(t *testing.T) {
	chunk := func(kind, body string) string {
		b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
		b = append(b, kind+body...)
		return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
	}
	tpl := open(t, p("{номер}")+`<w:p><w:del w:id="1"><w:r><w:delText>было</w:delText></w:r></w:del>`+
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно</w:t></w:r></w:p>`, map[string]string{
		"_rels/.rels": fmt.Sprintf(rels, relation("r1", "officeDocument", "word/document.xml")+
			`<Relationship Id="r2" Type="http://x/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>`),
		"docProps/thumbnail.jpeg": "the first page",
		"word/media/image1.png": "\x89PNG\r\n\x1a\n" + chunk("IHDR", "...") + chunk("tEXt", "author") +
			chunk("IEND", ""),
	})
	paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{}))
	if paper == nil {
		t.Fatal(tpl.Problems(slips))
	}
	var b bytes.Buffer
	if err := paper.Write(&b, origin.Origin{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	isThumbnail := func(f *zip.File) bool { return strings.Contains(f.Name, "thumbnail") }
	if err != nil || slices.ContainsFunc(z.File, isThumbnail) {
		t.Errorf("the paper has the thumbnail, or %v", err)
	}
	if links := opctest.Part(t, b.Bytes(), "_rels/.rels"); strings.Contains(links, "thumbnail") ||
		!strings.Contains(links, "word/document.xml") {
		t.Errorf("relationships: %s", links)
	}
	if image := opctest.Part(t, b.Bytes(), "word/media/image1.png"); strings.Contains(image, "author") ||
		!strings.Contains(image, "IHDR") {
		t.Errorf("picture: %q", image)
	}
	if got := strings.Join(tpl.Carried(), ", "); got != "непринятые исправления, скрытый текст" {
		t.Errorf("carried: %s", got)
	}
}
