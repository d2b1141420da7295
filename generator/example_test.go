package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"protokol/generator"
)

// A paper in ten lines.
func Example() {
	g, err := generator.New(generator.Config{})
	if err != nil {
		log.Fatal(err)
	}
	m, problems := g.Read(os.DirFS("../examples"), "2017-11-20/meeting.toml")
	if problems.Failed() {
		log.Fatal(problems)
	}
	paper, problems, err := g.Make(context.Background(), m, generator.Request{Kind: "protocol"})
	if err != nil || problems.Failed() {
		log.Fatal(err, problems)
	}
	var file bytes.Buffer
	if err := paper.Write(&file, "pdf"); err != nil {
		log.Fatal(err)
	}
	fmt.Println(paper.FileName(""), paper.Pages(), file.Len() > 0)
	// Output: Протокол от 20.11.2017 3 true
}

// What is wrong with a meeting is reported with its place; nothing is made.
func ExampleGenerator_Parse() {
	g, err := generator.New(generator.Config{})
	if err != nil {
		log.Fatal(err)
	}
	_, problems := g.Parse(os.DirFS("."), "meeting.toml", []byte("date = 2026-02-30\nchair =\n"))
	problems.Print(os.Stdout)
	// Output:
	// meeting.toml:1:8: date: такой даты нет: в феврале 2026 года 28 дней
	//     1 | date = 2026-02-30
	//       |        ^^^^^^^^^^
	// подсказка: дата пишется так: год-месяц-день, например 2017-11-20
	//
	// meeting.toml:2:7: chair: после знака = нет значения
	//     2 | chair =
	//       |       ^
	// подсказка: оно пишется в той же строке: chair = "…"; если его нет, удалите строку
}

// All problems of a meeting, those that show when papers are made among them.
func ExampleGenerator_Check() {
	g, m := exampleMeeting("2017-11-20")
	problems, err := g.Check(context.Background(), m)
	fmt.Println(len(problems.List), err)
	// Output: 0 <nil>
}

// The case forms that papers print.
func ExampleGenerator_Forms() {
	g, m := exampleMeeting("2026-03-12")
	sheet, _, err := g.Forms(context.Background(), m)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(sheet.Forms) > 0, len(sheet.Lines))
	// Output: true 0
}

// A letter to everybody on a list.
func ExampleGenerator_Batch() {
	g, m := exampleMeeting("2026-03-12")
	const table = "Организация;Руководитель\nООО «Ромашка»;Иванов Иван Иванович\nАО «Берёзка»;Петрова Мария Сергеевна\n"
	list, err := generator.OpenList("список.csv", strings.NewReader(table), int64(len(table)), generator.ListOptions{})
	if err != nil {
		log.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "letters")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	result, err := g.Batch(context.Background(), m, list,
		generator.BatchRequest{Kind: "invitation", Formats: []string{"pdf"}, Folder: folder})
	fmt.Println(result.Made, filepath.Base(result.Products[0]), err)
	// Output: 2 report.csv <nil>
}

// A paper proves what it was made from.
func ExampleGenerator_Verify() {
	g, m := exampleMeeting("2017-11-20")
	paper, _, err := g.Make(context.Background(), m, generator.Request{Kind: "protocol"})
	if err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := paper.Write(&file, "docx"); err != nil {
		log.Fatal(err)
	}
	verdict, err := g.Verify(context.Background(), generator.File{Name: "протокол.docx", Data: file.Bytes()})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(verdict.Differences), verdict.Err())
	source, err := g.Source(context.Background(), file.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range source.Files {
		fmt.Println(f.Path)
	}
	// Output:
	// 0 <nil>
	// meeting.toml
	// council.toml
	// protokol-manifest.toml
}

// Forms that came back become a table, which is a list for Batch.
func ExampleGenerator_Collect() {
	g, _ := exampleMeeting("2026-03-12")
	found, err := generator.FindForms(os.DirFS("../examples"), []string{"2026-03-12"})
	if err != nil {
		log.Fatal(err)
	}
	c, err := g.Collect(context.Background(), os.DirFS("../examples"), found.Names, generator.CollectRequest{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(c.Forms, c.Refused)
	// Output: 0 2
}

// Signature fields of a paper, and who signed.
func ExampleGenerator_Signatures() {
	g, m := exampleMeeting("2017-11-20")
	paper, _, err := g.Make(context.Background(), m, generator.Request{Kind: "protocol"})
	if err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := paper.Write(&file, "pdf"); err != nil {
		log.Fatal(err)
	}
	report, err := g.Signatures(context.Background(), file.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Fields {
		fmt.Println(f.Field, f.Free)
	}
	// Output:
	// chair true
	// secretary true
}

func exampleMeeting(name string) (*generator.Generator, *generator.Meeting) {
	g, err := generator.New(generator.Config{})
	if err != nil {
		log.Fatal(err)
	}
	m, problems := g.Read(os.DirFS("../examples"), name+"/meeting.toml")
	if problems.Failed() {
		log.Fatal(problems)
	}
	return g, m
}
