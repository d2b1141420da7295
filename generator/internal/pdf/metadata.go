package pdf

import (
	_ "embed" // the colour profile
	"encoding/xml"
	"strconv"
	"strings"
	"sync"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/origin"
)

// profile is sRGB2014.icc of the International Color Consortium, which may be
// embedded freely (srgb.LICENSE).
//
//go:embed srgb.icc
var profile []byte

// deflatedProfile is the compressed profile.
var deflatedProfile = sync.OnceValue(func() []byte { return cos.Deflate(profile) })

// outputIntent adds the output intent, which defines the colours (ISO 19005-3,
// 6.2.3).
func outputIntent(w *cos.Writer) cos.Ref {
	icc := shared(cos.Entries{"N", 3}, deflatedProfile())
	return w.Add(cos.Entries{
		"Type", cos.Name("OutputIntent"), "S", cos.Name("GTS_PDFA1"), "OutputConditionIdentifier", cos.String("sRGB"),
		"RegistryName", cos.String("http://www.color.org"), "Info", cos.String("sRGB2014"),
		"DestOutputProfile", w.Add(icc),
	})
}

// trailer returns the entries of the trailer that lead to the catalog and to the
// document information dictionary. PDF/A-4 allows the latter only beside a
// PieceInfo (ISO 19005-4, 6.1.3).
func trailer(w *cos.Writer, catalog cos.Entries, o Options) cos.Entries {
	d := cos.Entries{"Root", w.Add(catalog)}
	if o.Profile.isPDF2() {
		return d
	}
	return append(d, "Info", w.Add(info(o)))
}

// info returns the document information dictionary. Its entries are the same as
// in XMP (ISO 19005-3, 6.6.3).
func info(o Options) cos.Entries {
	date := cos.Date(o.Date.UTC())
	d := cos.Entries{
		"Title", cos.TextString(o.Title), "Producer", cos.TextString(o.Producer), "CreationDate", date, "ModDate", date,
	}
	if o.Author != "" {
		d = append(d, "Author", cos.TextString(o.Author))
	}
	return d
}

// metadata returns the XMP packet (ISO 16684-1), uncompressed so that archives
// can read it without decoding.
func metadata(o Options) *cos.Stream {
	d := cos.Entries{"Type", cos.Name("Metadata"), "Subtype", cos.Name("XML")}
	return &cos.Stream{Entries: d, Data: xmp(o)}
}

func xmp(o Options) []byte {
	date := o.Date.UTC().Format("2006-01-02T15:04:05Z")
	creator := ""
	if o.Author != "" {
		creator = "<dc:creator><rdf:Seq><rdf:li>" + escapeXML(o.Author) + "</rdf:li></rdf:Seq></dc:creator>\n"
	}
	values := [...]string{escapeXML(o.Title), creator, date, date, escapeXML(o.Producer), claims(o)}
	b := make([]byte, 0, len(xmpPacket)+len(values[0])+len(creator)+len(values[len(values)-1])+128)
	rest := xmpPacket
	for _, value := range values {
		before, after, _ := strings.Cut(rest, "%s")
		b = append(append(b, before...), value...)
		rest = after
	}
	return append(b, rest...)
}

// claims returns the properties with the standards to which a file conforms, and
// the manifest of a profile without attachments.
func claims(o Options) string {
	switch o.Profile {
	case A1b:
		return archived(1, "B") + extended(o, "", "")
	case A2a:
		return archived(2, "A") + extended(o, accessible, schemaAccessible)
	case A4f:
		level := "F"
		if len(o.Origin.Attachments()) == 0 {
			level = "" // a file without attachments is plain PDF/A-4 (ISO 19005-4, annex A)
		}
		return archived(4, level) + revision + wellTagged
	}
	return archived(3, "A") + extended(o, accessible, schemaAccessible)
}

// archived returns the claim of a part and a level of PDF/A.
func archived(part int, level string) string {
	claim := "<pdfaid:part>" + strconv.Itoa(part) + "</pdfaid:part>\n"
	if level != "" {
		claim += "<pdfaid:conformance>" + level + "</pdfaid:conformance>\n"
	}
	return claim
}

// extended adds the manifest of a profile without attachments to claims, and the
// schemas of all properties that PDF/A does not define.
func extended(o Options, claims, schemas string) string {
	if !o.Profile.Attaches() {
		if manifest := origin.Manifest(o.Origin.WithoutFiles().Attachments()); manifest != nil {
			claims += "<protokol:manifest>" + escapeXML(string(manifest)) + "</protokol:manifest>\n"
			schemas += schemaManifest
		}
	}
	if schemas != "" {
		claims += "<pdfaExtension:schemas><rdf:Bag>" + schemas + "</rdf:Bag></pdfaExtension:schemas>\n"
	}
	return claims
}

func escapeXML(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}

// xmpPacket is the packet without its values.
const xmpPacket = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + `
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:protokol="` + origin.XMPNamespace + `">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
%s<dc:language><rdf:Bag><rdf:li>ru-RU</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>%s</xmp:CreateDate>
<xmp:ModifyDate>%s</xmp:ModifyDate>
<pdf:Producer>%s</pdf:Producer>
%s</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`

// accessible is the claim of PDF/UA-1 (ISO 14289-1, 5).
const accessible = "<pdfuaid:part>1</pdfuaid:part>\n"

// revision is the year of PDF/A-4 (ISO 19005-4, 6.7.3). Its extension schemas are
// optional.
const revision = "<pdfaid:rev>2020</pdfaid:rev>\n"

// wellTagged is the claim of PDF/UA-2 (ISO 14289-2, 5) and the declarations of both
// levels of Well-Tagged PDF (WTPDF 1.0, 6.1).
const wellTagged = `<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li>
<rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo>
</rdf:li>
</rdf:Bag></pdfd:declarations>
`

// schemaAccessible and schemaManifest describe the properties that PDF/A does not
// define, as it requires (ISO 19005-1, 6.7.8; ISO 19005-3, 6.6.2.3): the claim of
// PDF/UA, and the manifest of a profile without attachments.
const schemaAccessible = `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>
`

const schemaManifest = `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Manifest of a printed document</pdfaSchema:schema>
<pdfaSchema:namespaceURI>` + origin.XMPNamespace + `</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>protokol</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>manifest</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>How the document was printed, in TOML</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>
`
