package verify

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"protokol/generator/internal/faces"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
)

// Claim is the office's own files, from which a paper is printed again instead of those inside it.
type Claim struct {
	Files     []origin.File  // the source first, the row of a list if any; nil for those inside the paper
	Style     string         // name of a built-in style sheet; "" for the one that the paper names
	Sheet     *origin.File   // style sheet to use instead of Style; may be nil
	Templates fs.FS          // files that override built-in templates; may be nil
	Word      *origin.File   // Word template to use instead of that of the paper; may be nil
	Folders   []faces.Folder // with faces for papers made of Word files
}

// Errors about files that a Claim lacks.
var (
	// ErrNoRow is returned for a letter made by a list without a row of it.
	ErrNoRow = errors.New("документ сделан по списку: укажите и список, и номер строки с получателем")
	// ErrRow is returned for a row and a paper that was made without a list.
	ErrRow = errors.New("документ сделан без списка: список и номер строки ему не нужны")
	// ErrNoSheet is returned for a paper in a style sheet that does not ship.
	ErrNoSheet = errors.New("документ напечатан по своей таблице стилей: укажите её файл")
	// ErrNoWord is returned for a paper made from a Word template that was not given.
	ErrNoWord = errors.New("документ сделан по бланку Word: укажите его файл")
	// ErrAssembled is returned for a paper that is assembled from many.
	ErrAssembled = errors.New("реестр, наклейки и книга писем собраны из всего списка, по одному файлу их не " +
		"напечатать; сделайте их ещё раз и сравните")
	// ErrForeignDesign is returned for a paper that is printed with templates or a style
	// sheet of its own: they could print anything.
	ErrForeignDesign = errors.New("напечатано не по встроенным шаблонам и стилям, а по вложенным в сам документ")
	// ErrWordSource is returned for the print of a Word file that is to be compared with
	// the file of a meeting.
	ErrWordSource = errors.New("документ напечатан из файла Word: файл заседания ему не нужен")
	// ErrForeign is returned for a paper that does not say how it was made.
	ErrForeign = errors.New("в документе нет сведений о печати: его сделали в другой программе или старой версией " +
		"без исходного файла")
)

// apply replaces the files inside the paper by those of a claim. Afterwards Foreign names the templates and style
// sheets that come only from the paper: what they print proves nothing.
func (v *Verdict) apply(claim Claim) error {
	v.folders = claim.Folders
	switch {
	case v.Sourceless() && claim.Files == nil:
		return nil
	case v.From.Kind == printing.LoweredKind && claim.Files != nil:
		return ErrWordSource
	}
	if v.Claimed = claim.Files != nil; v.Claimed {
		if err := v.applySource(claim); err != nil {
			return err
		}
	}
	if v.Claimed || slices.ContainsFunc(v.From.Custom(), isForeign) {
		if err := v.applyDesign(claim); err != nil {
			return err
		}
	}
	if err := v.applyWord(claim); err != nil {
		return err
	}
	given := claim.Style != "" || claim.Sheet != nil || claim.Templates != nil || claim.Word != nil
	v.Unused = given && !v.Claimed && !v.Supplied && len(v.Foreign) == 0
	return nil
}

// applyWord replaces the Word template inside the paper, which could print anything, by that of a claim.
func (v *Verdict) applyWord(claim Claim) error {
	from := &v.From
	switch {
	case from.Word == "":
	case claim.Word != nil:
		from.Files = slices.DeleteFunc(slices.Clone(from.Files), func(f origin.File) bool {
			return f.Role == origin.Word && path.Base(f.Path) == path.Base(claim.Word.Path)
		})
		from.Files, from.Word = append(from.Files, *claim.Word), path.Base(claim.Word.Path)
		v.Supplied = true
	case from.NamedWord() == nil:
		return ErrNoWord
	case !v.Claimed:
		v.Foreign = append(v.Foreign, *from.NamedWord())
	}
	return nil
}

// isForeign reports whether a template or style sheet is not built in.
func isForeign(f origin.File) bool { return !printing.IsBuiltIn(f) }

// applySource replaces the source inside the paper by that of a claim.
func (v *Verdict) applySource(claim Claim) error {
	from := &v.From
	listed := from.Listed || from.Row() != nil
	given := origin.Origin{Files: claim.Files}
	_, assembled := otherKinds[from.Kind]
	switch {
	case assembled && !listed && given.Row() != nil:
		return ErrAssembled
	case listed && given.Row() == nil:
		return ErrNoRow
	case !listed && given.Row() != nil:
		return ErrRow
	case claim.Sheet == nil && claim.Style == "" && path.Ext(from.Style) == ".toml":
		return ErrNoSheet
	}
	from.Files = claim.Files
	if claim.Sheet == nil && claim.Style != "" {
		from.Style = claim.Style
	}
	return nil
}

// applyDesign replaces the templates and the style sheet inside the paper by those of a claim, if it has any.
func (v *Verdict) applyDesign(claim Claim) error {
	from := &v.From
	v.Supplied = claim.Templates != nil || claim.Sheet != nil
	if !v.Supplied {
		v.Foreign = slices.DeleteFunc(from.Custom(), printing.IsBuiltIn)
		return nil
	}
	design := printing.Design{Templates: claim.Templates, Style: from.Style, Sheet: claim.Sheet}
	if design.Sheet == nil {
		design.Sheet = from.StyleSheet()
	}
	press, err := design.Press()
	if err != nil {
		return err
	}
	drop := func(role origin.Role) {
		from.Files = slices.DeleteFunc(slices.Clone(from.Files), func(f origin.File) bool { return f.Role == role })
	}
	if claim.Templates != nil {
		drop(origin.Template)
	}
	if claim.Sheet != nil {
		drop(origin.Style)
		from.Style = press.Style
	}
	v.Foreign = slices.DeleteFunc(from.Custom(), printing.IsBuiltIn)
	for _, f := range press.Custom {
		if f.Role == origin.Template || claim.Sheet != nil {
			from.Files = append(from.Files, f)
		}
	}
	return nil
}

// canReprint returns an error for a paper that cannot be printed from a source alone.
func (v *Verdict) canReprint() error {
	if v.Sourceless() || v.From.Row() != nil || v.From.Kind == "" {
		return nil
	}
	if _, assembled := otherKinds[v.From.Kind]; assembled {
		return ErrAssembled
	}
	return nil
}
