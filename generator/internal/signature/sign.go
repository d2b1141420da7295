package signature

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/pdf"
)

// Options say how a file is to be signed.
type Options struct {
	Field   string       // that takes the signature
	Time    time.Time    // of signing; its zone is that of the dates in the mark, too
	Owner   Owner        // for the mark
	Printer *pdf.Printer // draws the mark
}

// Prepared is a file that lacks nothing but the signature itself.
type Prepared struct {
	Data []byte
	hole [2]int // the hexadecimal string left for the signature, with its brackets
}

// roomOutside is the bytes left for a signature that another program will
// make: with a chain of certificates and a time stamp.
const roomOutside = 24 << 10

// Sign signs a file. It fails when the file cannot be read, lacks the field,
// or may not be signed any more.
func Sign(file []byte, by cms.Signer, o Options) ([]byte, error) {
	room := 4096
	for _, c := range append(by.Chain, by.Certificate) {
		room += len(c.Raw)
	}
	p, err := prepare(file, o, room)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	for _, part := range p.Parts() {
		sum.Write(part)
	}
	made, err := cms.Sign([sha256.Size]byte(sum.Sum(nil)), by)
	if err != nil {
		return nil, err
	}
	return p.insert(made)
}

// Prepare leaves a place for a signature that another program will make of
// Parts. It fails as Sign does.
func Prepare(file []byte, o Options) (*Prepared, error) { return prepare(file, o, roomOutside) }

func prepare(file []byte, o Options, room int) (*Prepared, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	if closed(f) {
		return nil, errors.New("документ заверен так, что подписывать его больше нельзя")
	}
	place, err := choose(f, o.Field)
	if err != nil {
		return nil, err
	}
	u := f.Update()
	const unknown = "[0 0000000000 0000000000 0000000000]"
	value := u.Add(cos.Dict{
		"Type": cos.Name("Sig"), "Filter": cos.Name("Adobe.PPKLite"), "SubFilter": cos.Name("ETSI.CAdES.detached"),
		"M": cos.Date(o.Time), "Name": cos.TextString(o.Owner.Name),
		"ByteRange": cos.Raw(unknown), "Contents": cos.Raw("<" + strings.Repeat("00", room) + ">"),
	})
	if err := sign(f, u, place, value, o); err != nil {
		return nil, err
	}
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("файл повреждён: %w", err)
	}
	data, offsets := u.Bytes()
	at := offsets[value]
	open := at + bytes.Index(data[at:], []byte("/Contents <")) + len("/Contents ")
	p := &Prepared{data, [2]int{open, open + 2 + 2*room}}
	known := fmt.Sprintf("[0 %d %d %d]", p.hole[0], p.hole[1], len(data)-p.hole[1])
	copy(data[at+bytes.Index(data[at:], []byte(unknown)):], fmt.Sprintf("%-*s", len(unknown), known))
	return p, nil
}

// closed reports whether the author's signature forbids any change, other
// signatures among them (ISO 32000-1, 12.8.2.2).
func closed(f *cos.File) bool {
	author := f.Dict(f.Dict(f.Root()["Perms"])["DocMDP"])
	for _, o := range f.Array(author["Reference"]) {
		reference := f.Dict(o)
		if f.Name(reference["TransformMethod"]) == "DocMDP" && f.Int(f.Dict(reference["TransformParams"])["P"]) == 1 {
			return true
		}
	}
	return false
}

// sign puts the signature into its field and the mark into the field's place.
// Nothing else of the field changes: readers take other changes for tampering
// with the signatures that are there.
func sign(f *cos.File, u *cos.Update, place field, value cos.Ref, o Options) error {
	const printed, locked = 4, 128 // of an annotation (ISO 32000-1, 12.5.3)
	look := cos.Dict{"F": printed | locked}
	widget := f.Dict(place.widget)
	if width, height := size(f, widget["Rect"]); width >= 1 && height >= 1 {
		appearance, err := o.Printer.Mark(u, MarkOf(o.Owner, o.Time.Location()), width, height)
		if err != nil {
			return err
		}
		look["AP"] = cos.Dict{"N": appearance}
	}
	if place.widget == place.ref {
		look["V"] = value
		u.Put(place.ref, place.dict.With(look))
	} else {
		u.Put(place.ref, place.dict.With(cos.Dict{"V": value}))
		u.Put(place.widget, widget.With(look))
	}
	root := f.Root()
	const exist, appendOnly = 1, 2 // SigFlags (ISO 32000-1, 12.7.2)
	form := f.Dict(root["AcroForm"]).With(cos.Dict{"SigFlags": exist | appendOnly})
	if ref, ok := root["AcroForm"].(cos.Ref); ok {
		u.Put(ref, form)
	} else {
		u.Put(f.Trailer["Root"].(cos.Ref), root.With(cos.Dict{"AcroForm": form}))
	}
	return nil
}

// size is that of a rectangle.
func size(f *cos.File, rect cos.Object) (width, height float64) {
	r := f.Array(rect)
	if len(r) != 4 {
		return 0, 0
	}
	width, height = f.Number(r[2])-f.Number(r[0]), f.Number(r[3])-f.Number(r[1])
	return max(width, -width), max(height, -height)
}

// Parts are the bytes that are signed: all but the place of the signature.
func (p *Prepared) Parts() [2][]byte {
	return [2][]byte{p.Data[:p.hole[0]], p.Data[p.hole[1]:]}
}

// Insert puts the signature that another program made into a file from
// Prepare. It fails when nothing in the file waits for a signature, when the
// signature is one of something else, or when it does not fit. Unchecked says
// what could not be checked, or is "".
func Insert(file, made []byte) (data []byte, unchecked string, err error) {
	p, err := waiting(file)
	if err != nil {
		return nil, "", err
	}
	s, err := cms.Parse(made)
	if err != nil {
		return nil, "", err
	}
	if s.Content != nil {
		return nil, "", errors.New("подпись присоединённая, а нужна отсоединённая (detached)")
	}
	unchecked, err = belongs(s, p.Parts())
	if err != nil {
		return nil, "", err
	}
	data, err = p.insert(made)
	return data, unchecked, err
}

// waiting finds the signature field whose signature is still to come.
func waiting(file []byte) (*Prepared, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	for _, field := range fields(f) {
		if field.signature == nil {
			continue
		}
		hole, end, err := byteRange(f, field.signature)
		if err != nil {
			return nil, err
		}
		if end == len(file) && len(bytes.Trim(file[hole[0]+1:hole[1]-1], "0")) == 0 {
			return &Prepared{file, hole}, nil
		}
	}
	return nil, errors.New("файл не подготовлен к подписи: сначала protokol sign --external prepare")
}

func (p *Prepared) insert(made []byte) ([]byte, error) {
	if room := (p.hole[1] - p.hole[0] - 2) / 2; len(made) > room {
		return nil, fmt.Errorf("подпись не помещается: %d байт, а оставлено %d", len(made), room)
	}
	data := bytes.Clone(p.Data)
	hex.Encode(data[p.hole[0]+1:], made)
	return data, nil
}

var errOther = errors.New("подпись сделана для другого файла")

// belongs makes sure, as far as the algorithms are known, that a signature is
// one of the given bytes.
func belongs(s *cms.Signature, parts [2][]byte) (unchecked string, err error) {
	h, ok := s.Hash()
	if !ok {
		return fmt.Sprintf("соответствие подписи документу не проверялось: %s здесь не вычисляется", s.DigestName()), nil
	}
	for _, part := range parts {
		h.Write(part)
	}
	sum := h.Sum(nil)
	if s.Digest(sum) == cms.Bad {
		return "", errOther
	}
	switch s.Signature(sum) {
	case cms.Bad:
		return "", errors.New("подпись неверна: она не соответствует сертификату")
	case cms.Unknown:
		return fmt.Sprintf("подпись по алгоритму %s не проверялась", s.AlgorithmName()), nil
	}
	return "", nil
}
