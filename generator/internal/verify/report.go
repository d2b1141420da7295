package verify

import (
	"fmt"
	"io"
	"strings"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/mailing"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
)

// maxDifferences is the maximum number of differences that Write prints.
const maxDifferences = 50

// Write writes the verdict in Russian.
func (v *Verdict) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", v.Name, v.answer())
	writeFindings(&b, v.Differences, maxDifferences)
	writeFindings(&b, v.Remarks, len(v.Remarks))
	v.writeSource(&b)
	v.writeStamps(&b)
	switch {
	case v.DOCX && !v.Sourceless() && v.OtherRules:
		b.WriteString("  сверены слова и рисунки; номера пунктов, ячейки таблиц, оформление и мелочи рисунков " +
			"посмотрите глазами\n")
	case v.DOCX && !v.Sourceless():
		b.WriteString("  сверены слова, номера пунктов и рисунки; оформление и мелочи рисунков посмотрите " +
			"глазами или возьмите PDF\n")
	case !v.DOCX:
		v.writeSignatures(&b)
	}
	v.writeMeaning(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeSource describes what the paper was compared with.
func (v *Verdict) writeSource(b *strings.Builder) {
	b.WriteByte(' ')
	if !v.DOCX {
		fmt.Fprintf(b, " страниц: %d,", v.Pages)
	}
	if v.Sourceless() {
		v.writeSourceless(b)
		return
	}
	where := ""
	if v.Claimed {
		where = " (указан при проверке)"
	}
	fmt.Fprintf(b, " исходный файл: %s%s\n", shown(v.From.Source().Path), where)
	if v.OtherSource {
		b.WriteString("  это не те исходные файлы, что были при печати: их с тех пор меняли или они от другого документа\n")
	}
	if v.Claimed && len(v.Differences) > 0 && v.Words == Unchanged {
		b.WriteString("  слова документа с печати не менялись: отличаются файлы, строка списка, шаблоны или стили, " +
			"которые указаны при проверке\n")
	}
	v.writeMaker(b)
}

// writeSourceless describes a paper without source and what its digest proves.
func (v *Verdict) writeSourceless(b *strings.Builder) {
	fmt.Fprintf(b, " %s\n", Maker(v.From))
	if v.Words == Unchanged && !v.isEdited() {
		b.WriteString("  слова сверены с их отпечатком внутри документа: правку он выдаёт, а подделку — нет, " +
			"его может пересчитать каждый\n")
	}
}

// Maker describes the making of a paper without source.
func Maker(from origin.Origin) string {
	kind := printable.Short(from.Kind, 40)
	if k, err := compose.FindKind(from.Kind); from.Kind == printing.LoweredKind {
		kind = "документ Word"
	} else if err == nil {
		kind = k.Title
	} else if title := otherKinds[from.Kind]; title != "" {
		kind = title
	}
	return fmt.Sprintf("вид: %s, печатала программа protokol %s; исходный файл остался там, где документ сделали",
		kind, shown(from.Version))
}

// otherKinds are the Russian names of papers that are not made from a meeting alone.
var otherKinds = map[string]string{
	mailing.Envelope: "конверт", mailing.Label: "наклейки", "register": "реестр отправки",
	printing.BookKind: "книга писем",
}

// answer returns the verdict in a few words.
func (v *Verdict) answer() string {
	switch {
	case v.Sourceless() && v.isEdited():
		return "изменено: документ не такой, каким его напечатали"
	case v.Sourceless() && v.Words == Unchanged:
		return "не сверено: слова не менялись с печати, но исходного файла внутри нет"
	case v.Sourceless():
		return "не сверено: исходного файла внутри нет"
	}
	if len(v.Foreign) > 0 && len(v.Differences) == 0 && !v.OtherRules {
		return "не доказано: напечатано по своим шаблонам или стилям, и они взяты из самого документа"
	}
	if v.Unread != nil && len(v.Differences) == 0 {
		return "проверить нельзя: файл записан так, что программы могут показать его по-разному"
	}
	answer := "совпадает"
	if v.DOCX || v.OtherRules {
		answer = "слова совпадают"
	}
	switch {
	case len(v.Differences) > 0:
		answer = strings.Replace(answer, "совпада", "не совпада", 1)
	case v.Answers:
		answer += ", кроме ответов в полях формы"
	case v.Unlike:
		answer += ", но вид полей формы не сверен"
	}
	if v.OtherRules && len(v.Differences) > 0 {
		answer = "слова отличаются"
	}
	if v.OtherRules {
		return "напечатано по другим правилам: листы не сверены, " + answer
	}
	if err := v.signatureErr(); err != nil && len(v.Differences) == 0 {
		return err.Error() + "; с исходным файлом " + answer
	}
	return answer
}

func writeFindings(b *strings.Builder, found []compare.Finding, limit int) {
	for i, f := range found {
		if i == limit {
			fmt.Fprintf(b, "  и ещё отличий: %d\n", len(found)-i)
			return
		}
		fmt.Fprintf(b, "  %s\n", f)
	}
}

// writeMaker describes how the paper was made, if that may explain differences or limits the comparison.
func (v *Verdict) writeMaker(b *strings.Builder) {
	switch from := v.From; {
	case from.Version == "":
		b.WriteString("  документ сделан в другой программе: его вид может отличаться и без правки\n")
	case v.OtherRules:
		fmt.Fprintf(b, "  правила документа: %d, правила этой программы: %d; листы сверит программа, которая его "+
			"напечатала\n", from.Rules, printing.Rules)
		if len(v.Differences) > 0 {
			b.WriteString("  слова могли отличаться и без правки: эта программа печатает некоторые слова иначе\n")
		}
	case from.Rules < printing.Rules:
		fmt.Fprintf(b, "  напечатано прежней программой (правила %d): по её правилам и эта печатает то же самое\n",
			from.RulesBy())
	case from.Schema != input.SchemaVersion:
		fmt.Fprintf(b, "  исходный файл записан по схеме %s, прочитан по схеме %s\n",
			shown(from.Schema), input.SchemaVersion)
	case len(v.Differences) > 0 && v.OtherDesign != "":
		fmt.Fprintf(b, "  со времени печати изменились %s: вид мог измениться и без правки\n", v.OtherDesign)
	}
	v.writeDesign(b)
}

// writeDesign says whose templates and style sheet the paper was compared with.
func (v *Verdict) writeDesign(b *strings.Builder) {
	var foreign []string
	for _, f := range v.Foreign {
		foreign = append(foreign, shown(f.Path))
	}
	switch {
	case len(foreign) > 0:
		fmt.Fprintf(b, "  внимание: документ напечатан не по встроенным шаблонам и стилям, а по вложенным в него: %s\n"+
			"  они могут напечатать что угодно; если они ваши, укажите при проверке свой бланк Word, папку шаблонов и "+
			"таблицу стилей\n", strings.Join(foreign, ", "))
	case v.Supplied:
		b.WriteString("  шаблоны или стили — указанные при проверке, а не встроенные\n")
	case v.Unused:
		b.WriteString("  документ напечатан по встроенным шаблонам и стилям: указанные при проверке ему не нужны\n")
	}
}

// writeMeaning says what the answer does not prove.
func (v *Verdict) writeMeaning(b *strings.Builder) {
	if v.Sourceless() || v.Claimed || v.isSigned() || v.Err() != nil {
		return
	}
	b.WriteString("  это значит, что документ и исходный файл внутри него согласны между собой; " +
		"кто их сделал, без подписи не узнать\n")
}

// writeStamps describes the stamps of a copy and what confirms them.
func (v *Verdict) writeStamps(b *strings.Builder) {
	open := 0
	for _, stamp := range v.Stamps {
		known := "подтверждён файлом " + shown(v.proofOf(stamp))
		if v.proofOf(stamp) == "" {
			known = "не подтверждён"
			open++
		}
		fmt.Fprintf(b, "  копия со штампом, %s; штамп %s\n", stamp, known)
	}
	switch {
	case v.Original:
		b.WriteString("  копия — это подлинник и штамп на нём, больше ничего; подписи ниже проверены по подлиннику\n")
	case v.Inside:
		b.WriteString("  внимание: копию меняли или сделала другая версия программы; " +
			"подписи ниже проверены по подлиннику внутри неё\n")
	case open > 0 && len(v.Detached) > 0:
		b.WriteString("  внимание: копию меняли или сделала другая версия программы; проверьте подпись по подлиннику\n")
	case open > 0:
		b.WriteString("  штамп сам ничего не доказывает: укажите за копией файл подписи или проверьте подлинник\n")
	}
	for _, d := range v.Detached {
		fmt.Fprintf(b, "  подпись в файле %s: %s\n", shown(d.File), d)
		writeDetails(b, d.Signature)
	}
}

// writeSignatures describes the signatures and the free fields.
func (v *Verdict) writeSignatures(b *strings.Builder) {
	if v.Unread != nil {
		fmt.Fprintf(b, "  подписи не читаются: %v\n", v.Unread)
		return
	}
	writeSignatureList(b, v.Signatures)
	for _, problem := range v.Signatures.Problems {
		fmt.Fprintf(b, "  внимание: %s\n", problem)
	}
	for _, remark := range v.Signatures.Remarks {
		fmt.Fprintf(b, "  внимание: %s\n", remark)
	}
	if len(v.Stamps) > 0 {
		return // copies are not signed
	}
	for _, field := range v.Signatures.Free {
		fmt.Fprintf(b, "  место для подписи: %s, ещё не подписано\n", field)
	}
}

func writeSignatureList(b *strings.Builder, r *signature.Report) {
	for _, s := range r.Signatures {
		fmt.Fprintf(b, "  подпись: %s\n", s)
		writeDetails(b, s)
	}
}

func writeDetails(b *strings.Builder, s signature.Signature) {
	for _, line := range s.Details() {
		fmt.Fprintf(b, "    %s\n", line)
	}
}

// shown is a name from a foreign file in a report.
func shown(name string) string { return printable.Short(name, 80) }
