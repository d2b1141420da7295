package attack

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// WordAttack alters a DOCX so that Word shows other words than the source prints.
type WordAttack struct {
	Name     string
	parts    []part
	Says     string // part of the verdict
	Remarked bool   // changes no word, and only causes a remark
}

// part is a change of a part of a DOCX: new replaces the first old, or is added
// before the end when old is empty. A part that is missing is added.
type part struct{ name, old, new string }

// Apply alters a DOCX.
func (a WordAttack) Apply(file []byte) ([]byte, error) {
	for _, p := range a.parts {
		var err error
		if file, err = p.apply(file); err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
	}
	return file, nil
}

func (p part) apply(file []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	found := false
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		if f.Name == p.name {
			if !bytes.Contains(data, []byte(p.old)) {
				return nil, fmt.Errorf("%s has no %q", p.name, p.old)
			}
			found = true
			data = bytes.Replace(data, []byte(p.old), []byte(p.new), 1)
		}
		if err := writePart(w, f.Name, data); err != nil {
			return nil, err
		}
	}
	if !found {
		if err := writePart(w, p.name, []byte(p.new)); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

func writePart(w *zip.Writer, name string, data []byte) error {
	part, err := w.Create(name)
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	return err
}

// WordAttacks returns the attacks on a DOCX of this program that has the text.
func WordAttacks(text string) []WordAttack {
	const document, styles, settings = "word/document.xml", "word/styles.xml", "word/settings.xml"
	run := "<w:r><w:t>" + text + "</w:t></w:r>"
	inRun := func(name, properties, says string) WordAttack {
		return WordAttack{name, []part{{document, run, strings.Replace(run, "<w:t>",
			"<w:rPr>"+properties+"</w:rPr><w:t>", 1)}}, says, false}
	}
	beside := func(name, markup, says string) WordAttack {
		return WordAttack{name, []part{{document, run, run + markup}}, says, false}
	}
	const relation = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" ` +
		`Target="http://example.org/x" TargetMode="External"/></Relationships>`
	const textBox = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r>` +
		`<w:t>900</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
	const choice = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
		`<mc:Choice Requires="zz" xmlns:zz="urn:zz"/><mc:Fallback><w:r><w:t>900</w:t></w:r></mc:Fallback>` +
		`</mc:AlternateContent>`
	const binding = `<w:sdt><w:sdtPr><%[1]s:dataBinding ` +
		`xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ` +
		`%[1]s:xpath="/x[1]" %[1]s:storeItemID="{11111111-1111-1111-1111-111111111111}"/><w:text/></w:sdtPr>` +
		`<w:sdtContent>%[2]s</w:sdtContent></w:sdt>`
	return named(slices.Concat(bent(text), concealed(text), []WordAttack{
		inRun("vanish", "<w:vanish/>", ""), inRun("white", `<w:color w:val="FFFFFF"/>`, ""),
		inRun("one point", `<w:sz w:val="2"/>`, ""), inRun("web hidden", "<w:specVanish/><w:vanish/>", ""),
		{"vanish by a style", []part{{styles, `w:styleId="Heading1">`,
			`w:styleId="Heading1"><w:rPr><w:vanish/></w:rPr>`}}, "", false},
		{"vanish by the defaults", []part{{styles,
			"<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:vanish/>"}}, "", false},
		beside("words added", "<w:r><w:t>900</w:t></w:r>", ""), beside("text box", textBox, ""),
		beside("fallback", choice, ""),
		beside("insertion", `<w:ins w:id="900" w:author="x"><w:r><w:t>900</w:t></w:r></w:ins>`, ""),
		{"deletion", []part{{document, run, `<w:del w:id="901" w:author="x">` +
			strings.NewReplacer("w:t>", "w:delText>").Replace(run) + `</w:del>`}}, "", false},
		beside("field", `<w:fldSimple w:instr=" INCLUDETEXT &quot;http://example.org/x&quot; "><w:r><w:t></w:t></w:r>`+
			`</w:fldSimple>`, ""),
		{"binding", []part{{document, run, fmt.Sprintf(binding, "w", run)}}, "", false},
		{"binding of Word 2013", []part{{document, run, fmt.Sprintf(binding, "w15", run)}}, "", false},
		{"attached template", []part{{"word/_rels/settings.xml.rels", "", fmt.Sprintf(relation, "attachedTemplate")},
			{settings, "<w:zoom ", `<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/` +
				`officeDocument/2006/relationships" r:id="rId900"/><w:zoom `}}, "шаблон из другого места", false},
		{"macros", []part{{"word/vbaProject.bin", "", "x"}}, "макросы", false},
		{"comment", []part{{"word/comments.xml", "", `<w:comments xmlns:w="http://schemas.openxmlformats.org/` +
			`wordprocessingml/2006/main"><w:comment w:id="1"><w:p><w:r><w:t>900</w:t></w:r></w:p></w:comment></w:comments>`},
			{"word/_rels/document.xml.rels", "</Relationships>", `<Relationship Id="rId901" Type="http://schemas.` +
				`openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`},
			{document, run, run + `<w:r><w:commentReference w:id="1"/></w:r>`}}, "примечания рецензентов", true},
		{"other file inside", []part{{"word/afchunk.htm", "", "900"},
			{"word/_rels/document.xml.rels", "</Relationships>",
				`<Relationship Id="rId902" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" ` +
					`Target="afchunk.htm"/></Relationships>`},
			{document, "<w:sectPr", `<w:altChunk r:id="rId902"/><w:sectPr`}}, "", false},
	}))
}

// bent returns attacks that leave the words in place, but make them unreadable.
func bent(text string) (list []WordAttack) {
	const document = "word/document.xml"
	run := "<w:r><w:t>" + text + "</w:t></w:r>"
	for name, properties := range map[string]string{
		"struck": "<w:strike/>", "struck twice": "<w:dstrike/>", "raised": `<w:position w:val="2000"/>`,
		"squeezed": `<w:spacing w:val="-600"/>`, "fitted": `<w:fitText w:val="1"/>`, "turned": "<w:rtl/>",
		"on black": `<w:shd w:val="clear" w:color="auto" w:fill="000000"/>`, "marked": `<w:highlight w:val="black"/>`,
		"in signs": `<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`,
		"without ink": `<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/>` +
			`</w14:textFill>`,
	} {
		list = append(list, WordAttack{name, []part{{document, run, strings.Replace(run, "<w:t>",
			"<w:rPr>"+properties+"</w:rPr><w:t>", 1)}}, "среди скрытого и нечитаемого", false})
	}
	for name, replaced := range map[string][2]string{
		"indented":   {"<w:pPr>", `<w:pPr><w:ind w:left="30000"/>`},
		"flat lines": {"<w:pPr>", `<w:pPr><w:spacing w:line="1" w:lineRule="exact"/>`},
		"framed":     {"<w:pPr>", `<w:pPr><w:framePr w:w="1"/>`},
		"reversed":   {run, `<w:bdo w:val="rtl">` + run + "</w:bdo>"},
		"page count": {run, run + "<w:r><w:pgNum/></w:r>"},
		"understood by some": {"<w:document ", `<w:document xmlns:mc="http://schemas.openxmlformats.org/` +
			`markup-compatibility/2006" xmlns:z="urn:z" mc:Ignorable="z" mc:ProcessContent="z:x" `},
	} {
		list = append(list, WordAttack{name, []part{{document, replaced[0], replaced[1]}},
			"в документе есть то, чего нет в исходном файле", false})
	}
	return append(list,
		WordAttack{"macros allowed", []part{{"[Content_Types].xml",
			"vnd.openxmlformats-officedocument.wordprocessingml." +
				"document.main+xml", "vnd.ms-word.document.macroEnabled.main+xml"}},
			"тип файла, который разрешает макросы", false},
		WordAttack{"name in other case", []part{{"Word/Document.xml", "", "<x/>"}}, "две части с одним именем", false})
}
