package signature

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/pdf"
)

// Options says how to sign a file.
type Options struct {
	Field   string       // that takes the signature
	Time    time.Time    // of signing; its zone is used for the dates in the mark, too
	Owner   Owner        // for the mark
	Printer *pdf.Printer // draws the mark

	// Timestamp sends a request for a time stamp to a server; nil adds no stamp.
	Timestamp func(request []byte) (response []byte, err error)
}

// Prepared is a file that lacks only the value of its signature.
type Prepared struct {
	Data     []byte
	contents span // the hexadecimal string reserved for the signature, with its brackets
}

// span is the bytes from an offset to another.
type span struct{ from, to int }

// roomOutside is the number of bytes reserved for a signature that another program
// will make, with a chain of certificates and a time stamp.
const roomOutside = 24 << 10

// roomStamp is the number of bytes reserved for a time stamp with the chain of its
// certificate.
const roomStamp = 16 << 10

// Sign signs a file. It fails when the file cannot be read, does not have the
// field, or must not be signed any more.
func Sign(file []byte, by cms.Signer, o Options) ([]byte, error) {
	room := 4096
	for _, c := range append(by.Chain, by.Certificate) {
		room += len(c.Raw)
	}
	if o.Timestamp != nil {
		room += roomStamp
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
	if made, err = o.stamp(made); err != nil {
		return nil, err
	}
	return p.insert(made)
}

// stamp adds a time stamp of the server to a signature.
func (o Options) stamp(made []byte) ([]byte, error) {
	if o.Timestamp == nil {
		return made, nil
	}
	s, err := cms.Parse(made)
	if err != nil {
		return nil, err
	}
	request, err := s.TimestampRequest()
	if err != nil {
		return nil, err
	}
	response, err := o.Timestamp(request)
	if err != nil {
		return nil, fmt.Errorf("штамп времени не получен, файл не подписан: %w", err)
	}
	token, err := s.ParseTimestampResponse(response)
	if err != nil {
		return nil, fmt.Errorf("штамп времени не годится, файл не подписан: %w", err)
	}
	return cms.WithToken(made, token)
}

// Prepare reserves room for a signature that another program will make of
// Prepared.Parts. It fails like Sign.
func Prepare(file []byte, o Options) (*Prepared, error) { return prepare(file, o, roomOutside) }

func prepare(file []byte, o Options, room int) (*Prepared, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	if changesForbidden(f) {
		return nil, errors.New("документ заверен так, что подписывать его больше нельзя")
	}
	place, err := choose(f, o.Field)
	if err != nil {
		return nil, err
	}
	u := f.Update()
	covered := &cos.Placeholder{Text: "[0 0000000000 0000000000 0000000000]"}
	contents := &cos.Placeholder{Text: "<" + strings.Repeat("00", room) + ">"}
	value := u.Add(cos.Entries{
		"Type", cos.Name("Sig"), "Filter", cos.Name("Adobe.PPKLite"), "SubFilter", cos.Name("ETSI.CAdES.detached"),
		"M", cos.Date(o.Time), "Name", cos.TextString(o.Owner.Name), "ByteRange", covered, "Contents", contents,
	})
	if err := sign(f, u, place, value, o); err != nil {
		return nil, err
	}
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("файл повреждён: %w", err)
	}
	data := u.Bytes()
	reserved := span{contents.At, contents.At + len(contents.Text)}
	known := fmt.Sprintf("[0 %d %d %d]", reserved.from, reserved.to, len(data)-reserved.to)
	copy(data[covered.At:], fmt.Sprintf("%-*s", len(covered.Text), known))
	return &Prepared{data, reserved}, nil
}

// changesForbidden reports whether the certification signature of the author
// forbids all changes, including further signatures (ISO 32000-1, 12.8.2.2).
func changesForbidden(f *cos.File) bool {
	author := f.Dict(f.Dict(f.Root()["Perms"])["DocMDP"])
	for _, o := range f.Array(author["Reference"]) {
		reference := f.Dict(o)
		if f.Name(reference["TransformMethod"]) == "DocMDP" && f.Int(f.Dict(reference["TransformParams"])["P"]) == 1 {
			return true
		}
	}
	return false
}

// sign puts the signature into its field and the mark into the appearance of its widget. It does not change
// anything else in the field: readers report other changes as tampering with the earlier signatures.
func sign(f *cos.File, u *cos.Update, place field, value cos.Ref, o Options) error {
	const printed, locked = 4, 128 // of an annotation (ISO 32000-1, 12.5.3)
	changes := cos.Dict{"F": printed | locked}
	widget := f.Dict(place.widget)
	if width, height := markSize(f, widget); width >= 1 && height >= 1 {
		appearance, err := o.Printer.Mark(u, MarkOf(o.Owner, o.Time.Location()), width, height)
		if err != nil {
			return err
		}
		unpack(f, u, f.Get(f.Dict(widget["AP"])["N"]), appearance)
		changes["AP"] = cos.Dict{"N": appearance}
	}
	if place.widget == place.ref {
		changes["V"] = value
		u.Put(place.ref, place.dict.With(changes))
	} else {
		u.Put(place.ref, place.dict.With(cos.Dict{"V": value}))
		u.Put(place.widget, widget.With(changes))
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

// markSize returns the size of a mark: that of the field, or rather that of the empty
// appearance of it, which may be rounded otherwise. EU DSS takes another size for an
// undefined change of the document.
func markSize(f *cos.File, widget cos.Dict) (width, height float64) {
	width, height = size(f, widget["Rect"])
	if empty, ok := f.Get(f.Dict(widget["AP"])["N"]).(*cos.Stream); ok {
		const rounding = 0.01 // points
		w, h := size(f, empty.Dict["BBox"])
		if math.Abs(w-width) < rounding && math.Abs(h-height) < rounding {
			return w, h
		}
	}
	return width, height
}

// unpack stores a new appearance without compression if that of the free field is
// not compressed: EU DSS takes a new filter for an undefined change of the
// document.
func unpack(f *cos.File, u *cos.Update, old cos.Object, appearance cos.Ref) {
	was, isStream := old.(*cos.Stream)
	made, ok := u.Get(appearance).(*cos.Stream)
	if !isStream || was.Dict["Filter"] != nil || !ok {
		return
	}
	at := slices.Index(made.Entries, cos.Object("Filter"))
	if at < 0 {
		return
	}
	data, err := f.Decoded(&cos.Stream{Dict: cos.Dict{"Filter": made.Entries[at+1]}, Data: made.Data})
	if err == nil {
		u.Put(appearance, &cos.Stream{Entries: slices.Delete(slices.Clone(made.Entries), at, at+2), Data: data})
	}
}

// size returns the size of a rectangle.
func size(f *cos.File, rect cos.Object) (width, height float64) {
	r := f.Array(rect)
	if len(r) != 4 {
		return 0, 0
	}
	width, height = f.Number(r[2])-f.Number(r[0]), f.Number(r[3])-f.Number(r[1])
	return max(width, -width), max(height, -height)
}

// Parts returns the bytes that are signed: all except the contents.
func (p *Prepared) Parts() [2][]byte {
	return [2][]byte{p.Data[:p.contents.from], p.Data[p.contents.to:]}
}

// ErrNotPrepared is that a file has no place for the signature of another
// program.
var ErrNotPrepared = errors.New("файл не подготовлен к подписи")

// Insert puts a signature made by another program into a file from Prepare. It
// fails when the file is not prepared, when the signature is one of another file,
// or when it does not fit. Unchecked is what could not be checked, or "".
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

// waiting returns the prepared signature of a file.
func waiting(file []byte) (*Prepared, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	for _, field := range fields(f) {
		if field.signature == nil {
			continue
		}
		contents, end, err := byteRange(f, field.signature)
		if err != nil {
			return nil, err
		}
		if end == len(file) && len(bytes.Trim(file[contents.from+1:contents.to-1], "0")) == 0 {
			return &Prepared{file, contents}, nil
		}
	}
	return nil, ErrNotPrepared
}

func (p *Prepared) insert(made []byte) ([]byte, error) {
	if room := (p.contents.to - p.contents.from - 2) / 2; len(made) > room {
		return nil, fmt.Errorf("подпись не помещается: %d байт, а оставлено %d", len(made), room)
	}
	data := bytes.Clone(p.Data)
	hex.Encode(data[p.contents.from+1:], made)
	return data, nil
}

// belongs checks that a signature is one of the given bytes, as far as its
// algorithms are supported.
func belongs(s *cms.Signature, parts [2][]byte) (unchecked string, err error) {
	err = s.VerifyContent(parts[:]...)
	open := cms.UncheckedError{}
	if errors.As(err, &open) {
		return open.What, nil
	}
	return "", err
}
