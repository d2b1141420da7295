package reader

import (
	"fmt"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/origin"
)

// Limits of attachments.
const (
	maxAttachments = 1000
	maxAttached    = 64 << 20 // total number of bytes
)

// Attachments returns the embedded files of a PDF, decompressed. The manifest in the
// metadata of a profile without attachments counts as one.
func (p *PDF) Attachments() ([]origin.Attachment, error) {
	defer p.counted()()
	count, err := p.sandbox.FPDFDoc_GetAttachmentCount(&requests.FPDFDoc_GetAttachmentCount{Document: p.doc})
	if err != nil {
		return nil, p.explain(err)
	}
	if count.AttachmentCount > maxAttachments {
		return nil, fmt.Errorf("в документ вложено больше %d файлов", maxAttachments)
	}
	var list []origin.Attachment
	total := 0
	for i := range count.AttachmentCount {
		a, err := p.attachment(i)
		if err != nil {
			return nil, p.explain(err)
		}
		if total += len(a.Data); total > maxAttached {
			return nil, errTooMuch
		}
		list = append(list, a)
	}
	if origin.Manifest(list) == nil {
		if manifest := p.manifest(); manifest != nil {
			list = append(list, origin.Attachment{Name: origin.ManifestName, Data: manifest})
		}
	}
	return list, p.over()
}

// manifest returns the manifest in the XMP packet, or nil.
func (p *PDF) manifest() []byte {
	f, err := p.read()
	if err != nil {
		return nil
	}
	metadata, ok := f.Get(f.Root()["Metadata"]).(*cos.Stream)
	if !ok {
		return nil
	}
	packet, err := f.Decoded(metadata)
	if err != nil {
		return nil
	}
	manifest, _ := origin.FromXMP(packet)
	return manifest
}

const errTooMuch = refusal("вложенные файлы слишком велики")

func (p *PDF) attachment(index int) (a origin.Attachment, err error) {
	found, err := p.sandbox.FPDFDoc_GetAttachment(&requests.FPDFDoc_GetAttachment{Document: p.doc, Index: index})
	if err != nil {
		return a, err
	}
	ref := found.Attachment
	file, err := p.sandbox.FPDFAttachment_GetFile(&requests.FPDFAttachment_GetFile{Attachment: ref})
	if err != nil {
		return a, err
	}
	a.Data = file.Contents
	p.describe(ref, &a)
	return a, nil
}

// describe reads the metadata of an attachment. The engine reports an absent entry
// as an error, so errors leave a field empty.
func (p *PDF) describe(ref references.FPDF_ATTACHMENT, a *origin.Attachment) {
	if name, err := p.sandbox.FPDFAttachment_GetName(&requests.FPDFAttachment_GetName{Attachment: ref}); err == nil {
		a.Name = name.Name
	}
	about, err := p.sandbox.FPDFAttachment_GetDescription(&requests.FPDFAttachment_GetDescription{Attachment: ref})
	if err == nil {
		a.About = about.Value
	}
	kind, err := p.sandbox.FPDFAttachment_GetSubtype(&requests.FPDFAttachment_GetSubtype{Attachment: ref})
	if err == nil && kind.Subtype != nil {
		a.Type = *kind.Subtype
	}
	how, err := p.sandbox.FPDFAttachment_GetAFRelationship(
		&requests.FPDFAttachment_GetAFRelationship{Attachment: ref})
	if err == nil {
		a.Relationship = how.Value
	}
}
