package docx

import (
	"fmt"

	"protokol/generator/internal/origin"
)

// File is a part of a package.
type File struct {
	Name string
	Data []byte
}

// SourceParts returns the custom parts, numbered n, that carry files in a package
// that this package does not write, the relationship of its main part to them, and
// the content type to be declared.
func SourceParts(n int, files []origin.Attachment) (parts []File, relation, override string) {
	parts = []File{{itemName(n), source(files)}, {itemProperties(n), []byte(sourceProperties(n))},
		{itemRelations(n), []byte(propertiesRelation(n))}}
	relation = relationship(fmt.Sprint("protokol", n), nsRelation+"/customXml", "/"+itemName(n), "")
	override = fmt.Sprintf(`<Override PartName="/%s" `+
		`ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`, itemProperties(n))
	return parts, relation, override
}
