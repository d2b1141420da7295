package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"protokol/generator"
)

// word checks a Word template of the office.
func (s *Server) word(ctx context.Context, u *upload) (*outcome, error) {
	file, err := u.first("file")
	if err != nil {
		return nil, err
	}
	var m *generator.Meeting
	if name := u.values["meeting"]; name != "" {
		if m, err = s.meeting(name); err != nil {
			return nil, err
		}
	}
	found, remarks, err := s.base.CheckWord(ctx, file, m, generator.Request{Kind: cmp.Or(u.values["kind"], "protocol")})
	if err != nil {
		return nil, err
	}
	out := wordOutcome(file.Name, found)
	if m == nil {
		out.Lines = []string{"Проверено, правильно ли записаны имена в скобках. Что из заседания бланк не печатает, " +
			"программа скажет, если выбрать заседание."}
	}
	if remarks != nil {
		name, err := s.createNumbered(generator.SafeFileName(generator.RemarksName(file.Name)), remarks)
		if err != nil {
			return nil, err
		}
		out.Saved = []string{name}
	}
	return out, nil
}

// wordPDF prints a Word paper as PDF.
func (s *Server) wordPDF(ctx context.Context, u *upload) (*outcome, error) {
	file, err := u.first("file")
	if err != nil {
		return nil, err
	}
	g, err := s.makerOfWord(u)
	if err != nil {
		return nil, err
	}
	made, found, err := g.PrintWord(ctx, file)
	if err != nil {
		return nil, err
	}
	if u.values["strict"] != "" && len(found.List) > 0 {
		made.Data = nil
	}
	out := &outcome{Good: len(found.List) == 0, Bad: found.Failed(), Title: fmt.Sprintf("Страниц: %d", made.Pages),
		Problems: problemsOf(file.Name, nil, found)}
	if made.Data == nil {
		out.Bad, out.Title = true, "PDF не сделан: часть документа пропала бы или вышла бы приближённо"
		return out, nil
	}
	name, err := s.createNumbered(generator.SafeFileName(generator.PDFName(file.Name)), made.Data)
	out.Saved = []string{name}
	return out, err
}

// makerOfWord returns the generator for a Word paper that becomes a PDF, by the settings
// of the folder and what the form asks for. The paper has a look of its own, so that style
// sheet and templates of the folder do not matter.
func (s *Server) makerOfWord(u *upload) (*generator.Generator, error) {
	config, err := s.configOf(".")
	if err != nil {
		return nil, err
	}
	config.Style, config.Sheet, config.Templates = "", nil, nil
	config.NoSignatureFields = config.NoSignatureFields || u.values["no-fields"] != ""
	if u.values["source"] != "" {
		config.Source, config.NoSource = true, false
	}
	return generator.New(config)
}

// template makes a Word template from a finished paper about a meeting.
func (s *Server) template(ctx context.Context, u *upload) (*outcome, error) {
	file, err := u.first("file")
	if err != nil {
		return nil, err
	}
	m, err := s.meeting(u.values["meeting"])
	if err != nil {
		return nil, err
	}
	name := generator.SafeFileName(generator.TemplateName(file.Name))
	items, err := generator.ParseItems(u.values["items"])
	if err != nil {
		return nil, failf(http.StatusUnprocessableEntity, "Вопросы пишутся так: 1,3 или 2-4.")
	}
	draft, err := s.base.WordFromSample(ctx, file, m,
		generator.Request{Kind: cmp.Or(u.values["kind"], "protocol"), Items: items}, name)
	if err != nil {
		return nil, err
	}
	saved, err := s.createNumbered(name, draft.Template)
	if err != nil {
		return nil, err
	}
	out := wordOutcome(name, draft.Problems)
	out.Title, out.Saved = "Бланк сделан, имён в скобках: "+strconv.Itoa(draft.Names), []string{saved}
	if out.Bad {
		out.Lines = []string{"Печатать по нему пока нельзя: исправьте в Word то, что помечено как ошибка, " +
			"и проверьте его выше."}
	}
	if draft.Remarks != nil {
		remarks, err := s.createNumbered(generator.RemarksName(saved), draft.Remarks)
		if err != nil {
			return nil, err
		}
		out.Saved = append(out.Saved, remarks)
	}
	return out, nil
}

func wordOutcome(name string, found generator.Problems) *outcome {
	problems := problemsOf(name, nil, found)
	for i := range problems {
		problems[i].Text, problems[i].Hint = plainWord(problems[i].Text), plainWord(problems[i].Hint)
	}
	return &outcome{Good: len(found.List) == 0, Bad: found.Failed(), Title: capital(found.Summary()),
		Problems: problems}
}

// outsideBraces matches what is not a name of a template.
var outsideBraces = regexp.MustCompile(`\{[^{}]*\}|[^{}]+`)

// plainWord returns a message about a template with labels in place of keys of the
// meeting's file.
func plainWord(text string) string {
	return outsideBraces.ReplaceAllStringFunc(text, func(part string) string {
		if strings.HasPrefix(part, "{") {
			return part
		}
		return plainText(schemas()["meeting"], "", part)
	})
}
