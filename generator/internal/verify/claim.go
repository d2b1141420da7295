package verify

import (
	"errors"
	"path"

	"protokol/generator/internal/origin"
)

// Claim is the office's own files, from which a paper is to be printed again in
// place of those inside it.
type Claim struct {
	Files []origin.File // as origin.Origin has them: the source first, the row of a list if any
	Style string        // name of a built-in style sheet; "" for the one that the paper names
}

// Errors that say what a Claim lacks.
var (
	// ErrNoRow is returned for a letter made by a list without a row of it.
	ErrNoRow = errors.New("документ сделан по списку: укажите и список, и номер строки с получателем")
	// ErrRow is returned for a row and a paper that was made without a list.
	ErrRow = errors.New("документ сделан без списка: список и номер строки ему не нужны")
	// ErrNoSheet is returned for a paper in a style sheet that does not ship.
	ErrNoSheet = errors.New("документ напечатан по своей таблице стилей: укажите её файл")
	// ErrAssembled is returned for a paper that is assembled from many.
	ErrAssembled = errors.New("реестр, наклейки и книга писем собраны из всего списка, по одному файлу их не " +
		"напечатать; сделайте их ещё раз и сравните")
	// ErrForeign is returned for a paper that does not say how it was made.
	ErrForeign = errors.New("в документе нет сведений о печати: его сделали в другой программе или старой версией " +
		"без исходного файла")
)

// apply puts the files of a claim in the place of those inside the paper.
func (v *Verdict) apply(claim *Claim) error {
	from := &v.From
	listed := from.Listed || from.Row() != nil
	if claim == nil {
		return nil
	}
	v.Claimed = true
	given := origin.Origin{Files: claim.Files}
	switch {
	case listed && given.Row() == nil:
		return ErrNoRow
	case !listed && given.Row() != nil:
		return ErrRow
	case claim.Style != "":
		from.Style = claim.Style
	case given.StyleSheet() != nil:
		from.Style = given.StyleSheet().Path
	case path.Ext(from.Style) == ".toml":
		return ErrNoSheet
	}
	from.Files = claim.Files
	return nil
}

// canReprint returns an error for a paper that no source gives alone.
func (v *Verdict) canReprint() error {
	if v.Sourceless() || v.From.Row() != nil || v.From.Kind == "" {
		return nil
	}
	if _, assembled := otherKinds[v.From.Kind]; assembled {
		return ErrAssembled
	}
	return nil
}
