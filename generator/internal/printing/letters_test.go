package printing

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"protokol/generator/document"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/trace"
	"protokol/templates"
)

// letter is a one-page letter: about 120 words, two faces. The fields are those
// of the rival programs' data, so that all can be given the same.
type letter struct {
	ID, Num, Post, Org, Name, Salutation, When, Subject, Role, Sign string
	Paras                                                           []string
}

// invented is the n-th letter of a batch without a list.
func invented(n int) letter {
	org := fmt.Sprintf("ООО «Образец-%d»", n)
	return letter{
		ID: fmt.Sprintf("%05d", n), Num: fmt.Sprintf("К-%05d", n), Post: "Генеральному директору", Org: org,
		Name:       "Примерову А. А.",
		Salutation: "Уважаемый Андрей Андреевич!", When: "12.03.2026", Subject: "ПРИГЛАШЕНИЕ", Role: "Председатель",
		Sign: "П. И. Образцов",
		Paras: []string{
			"Координационный совет учебно-производственного кластера «Образец» приглашает Вас и специалистов " +
				"организации " + org + " принять участие в очередном заседании, которое состоится 12 марта 2026 " +
				"года в 10.00 в конференц-зале колледжа. Регистрация участников начинается за тридцать минут до " +
				"открытия.",
			"На заседании будут рассмотрены вопросы о подготовке высококвалифицированных рабочих кадров, о ключевых " +
				"направлениях работы кластера и об утверждении плана работы на следующий год. Представителю " +
				"организации " + org + " предоставляется до 10 минут для выступления по вопросам повестки дня и для " +
				"ответов на вопросы участников.",
			fmt.Sprintf("Просим подтвердить участие и сообщить тему выступления в срок до 5 марта 2026 года по "+
				"электронной почте, указав в письме номер приглашения К-%05d. Заявление о вступлении в кластер "+
				"можно подать в день заседания секретарю совета. Будем рады видеть Вас среди участников нашей "+
				"совместной работы.", n),
		},
	}
}

// letterPress is a press whose templates hold testdata/letter.tmpl, too, as "post".
func letterPress(t testing.TB) *Press {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(templates.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			var data []byte
			data, err = fs.ReadFile(templates.Files, name)
			files[name] = &fstest.MapFile{Data: data}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/letter.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	files["post.tmpl"] = &fstest.MapFile{Data: text}
	sheet, problems := Sheet(files, DefaultStyle)
	if problems.Failed() {
		t.Fatal(problems)
	}
	press, err := NewPress(files, sheet)
	if err != nil {
		t.Fatal(err)
	}
	return press
}

// source stands for the TOML that travels inside every letter.
var source = bytes.Repeat([]byte("paragraph = \"Координационный совет приглашает\"\n"), 20)

// post makes one letter in one format.
func post(press *Press, l letter, format string, out *bytes.Buffer) error {
	doc, err := press.Templates.Compose(context.Background(), "post", l)
	if err != nil {
		return err
	}
	return send(press, doc, format, out)
}

// postMarked makes the same letter, every value of which is marked with its origin.
func postMarked(press *Press, l letter, format string, out *bytes.Buffer) error {
	origins := trace.New()
	for _, f := range []struct {
		key   string
		value *string
	}{{"id", &l.ID}, {"num", &l.Num}, {"post", &l.Post}, {"org", &l.Org}, {"name", &l.Name},
		{"salutation", &l.Salutation},
		{"when", &l.When}, {"subject", &l.Subject}, {"role", &l.Role}, {"sign", &l.Sign}} {
		*f.value = origins.Value(f.key, *f.value)
	}
	for i, text := range l.Paras {
		l.Paras[i] = origins.Value(fmt.Sprintf("paras[%d]", i), text)
	}
	doc, err := press.Templates.ComposeMarked(context.Background(), "post", l, origins)
	if err != nil {
		return err
	}
	return send(press, doc, format, out)
}

func send(press *Press, doc *document.Document, format string, out *bytes.Buffer) error {
	paper, err := press.Lay(doc, Origin{Choices: origin.Choices{Kind: "letter"},
		Files: []origin.File{{Role: origin.Source, Path: "letter.toml",
			Data: source}}, Author: "Совет", Date: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	return press.Write(out, paper, format)
}

// BenchmarkLetters is the whole way of a letter, from its fields to the bytes
// of the file, on one core and on all.
func BenchmarkLetters(b *testing.B) {
	press := letterPress(b)
	for _, format := range Formats {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			var out bytes.Buffer
			for i := range b.N {
				out.Reset()
				if err := post(press, invented(i), format, &out); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "letters/s")
			b.ReportMetric(float64(out.Len()), "bytes/letter")
		})
		b.Run(format+"-marked", func(b *testing.B) {
			b.ReportAllocs()
			var out bytes.Buffer
			for i := range b.N {
				out.Reset()
				if err := postMarked(press, invented(i), format, &out); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(format+"-all-cores", func(b *testing.B) {
			b.RunParallel(func(pb *testing.PB) {
				var out bytes.Buffer
				for i := 0; pb.Next(); i++ {
					out.Reset()
					if err := post(press, invented(i), format, &out); err != nil {
						b.Error(err)
						return
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "letters/s")
		})
	}
}

var (
	lettersFile = flag.String("letters", "", "JSON list of letters for TestLetters")
	lettersDir  = flag.String("out", "", "folder TestLetters writes into")
	lettersAs   = flag.String("format", "pdf", "format TestLetters writes")
	lettersJobs = flag.Int("jobs", 2, "goroutines of TestLetters")
)

// TestLetters writes a list of letters to disk, to be timed as a whole process
// beside other programs:
//
//	go test -c -o letters.test ./generator
//	cd generator && ../letters.test -test.run TestLetters -letters letters.json -out DIR
func TestLetters(t *testing.T) {
	if *lettersFile == "" {
		t.Skip("needs -letters FILE and -out DIR")
	}
	runtime.GOMAXPROCS(*lettersJobs)
	debug.SetGCPercent(400) // as a batch does
	data, err := os.ReadFile(*lettersFile)
	if err != nil {
		t.Fatal(err)
	}
	var all []letter
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	press := letterPress(t)
	var workers sync.WaitGroup
	for w := range *lettersJobs {
		workers.Go(func() {
			var out bytes.Buffer
			for i := w; i < len(all); i += *lettersJobs {
				out.Reset()
				err := post(press, all[i], *lettersAs, &out)
				if err == nil {
					err = os.WriteFile(filepath.Join(*lettersDir, all[i].ID+"."+*lettersAs), out.Bytes(), 0o666)
				}
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	workers.Wait()
}
