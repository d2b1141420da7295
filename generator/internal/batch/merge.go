package batch

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// Shards are the shards of one batch, in one folder or in several.
type Shards struct {
	header
	parts []part // by index
}

// part is what a shard has made.
type part struct {
	folder  Folder
	name    string // of the folder, as the user calls it
	log     Log
	shard   Shard
	run     header        // of the last run
	done    bool          // the last run made everything
	entries map[int]int64 // where the line of a record is, by its number
}

// FindShards looks for the shards in folders, named as the user calls them. The
// problems say which are missing, unfinished, or of another batch.
func FindShards(folders []Folder, names []string) (*Shards, diag.List, error) {
	var found []part
	for i, folder := range folders {
		files, err := folder.List(StateFolder)
		if err != nil {
			return nil, nil, err
		}
		for _, file := range files {
			if !strings.HasPrefix(file, "ledger-") {
				continue
			}
			p, err := readPart(folder, names[i], StateFolder+"/"+file)
			if err != nil {
				return nil, nil, err
			}
			found = append(found, p)
		}
	}
	if len(found) == 0 {
		return nil, diag.List{{File: strings.Join(names, ", "), Message: "здесь нет частей", Hint: "части делает batch --shard 1/4, 2/4 …"}}, nil
	}
	slices.SortStableFunc(found, func(a, b part) int { return a.shard.Index - b.shard.Index })
	return &Shards{found[0].run, found}, complete(found), nil
}

func readPart(folder Folder, name, file string) (part, error) {
	log, err := folder.Append(file)
	if err != nil {
		return part{}, err
	}
	p := part{folder: folder, name: name, log: log, entries: map[int]int64{}}
	size, err := log.Size()
	if err != nil {
		return part{}, err
	}
	err = readLedger(io.NewSectionReader(log, 0, size), func(at, _ int64, one line) {
		switch {
		case one.Run != nil:
			p.run, p.shard, p.done = *one.Run, one.Run.Shard, false
		case one.Entry != nil:
			p.entries[one.Entry.Number] = at
		case one.Done:
			p.done = true
		}
	})
	return p, err
}

// complete tells what the parts lack of a whole.
func complete(parts []part) (problems diag.List) {
	wrong := func(p part, message, hint string) {
		problems = append(problems, diag.Problem{File: p.name, Message: message, Hint: hint})
	}
	first := parts[0]
	have := map[int]bool{}
	for _, p := range parts {
		switch {
		case p.shard.Count != first.shard.Count:
			wrong(p, fmt.Sprintf("часть %d/%d, а рядом часть %d/%d", p.shard.Index, p.shard.Count, first.shard.Index, first.shard.Count),
				"все части должны быть одного деления")
		case have[p.shard.Index]:
			wrong(p, fmt.Sprintf("часть %d/%d встретилась дважды", p.shard.Index, p.shard.Count), "оставьте одну из папок")
		case p.run.List != first.run.List || p.run.Total != first.run.Total:
			wrong(p, fmt.Sprintf("часть %d сделана по другому списку, чем часть %d", p.shard.Index, first.shard.Index), "сделайте их по одному и тому же файлу")
		case p.run.Seed != first.run.Seed:
			wrong(p, fmt.Sprintf("часть %d сделана по другим шаблонам, файлу заседания или версии программы, чем часть %d", p.shard.Index, first.shard.Index),
				"сделайте их одинаково")
		case !p.done:
			wrong(p, fmt.Sprintf("часть %d/%d не закончена", p.shard.Index, p.shard.Count), "закончите её: та же команда с --resume")
		}
		have[p.shard.Index] = true
	}
	for i := 1; i <= first.shard.Count; i++ {
		if !have[i] {
			problems = append(problems, diag.Problem{Message: fmt.Sprintf("нет части %d/%d", i, first.shard.Count),
				Hint: fmt.Sprintf("сделайте её: batch --shard %d/%d", i, first.shard.Count)})
		}
	}
	return problems
}

// MergeTarget is where the parts are joined.
type MergeTarget struct {
	Folder   Folder // gets the files that are elsewhere
	Sinks    []Sink
	Reserved []string                            // as in a Job
	IsSigned func(name string, data []byte) bool // likewise
}

// Merge tells the sinks of every record of all parts in the order of the list
// and brings files that are elsewhere into a folder. It fails when a file is
// not what its ledger says and was not signed since. A signed file stays and is a problem of its record.
func (p *Shards) Merge(w MergeTarget) (Summary, error) {
	r := run{Job: &Job{Folder: w.Folder, Sinks: w.Sinks, IsSigned: w.IsSigned}}
	r.summary.Total = p.Total
	if err := r.begin(); err != nil {
		return r.summary, err
	}
	desk := newDesk(w.Folder, "merge")
	defer desk.close()
	for number := 1; number <= p.Total; number++ {
		part := p.parts[(number-1)%len(p.parts)]
		o, err := part.outcome(number, w)
		if err == nil && part.folder != w.Folder {
			err = r.bring(&o, part, desk)
		}
		if err != nil {
			return r.summary, err
		}
		if err := r.tell(o); err != nil {
			return r.summary, err
		}
	}
	return r.summary, r.show()
}

// bring puts the files of a record into their places, all or none when one of
// the places holds a signed paper.
func (r *run) bring(o *Outcome, from part, desk *desk) error {
	for _, file := range o.Files {
		if r.guarded(file) {
			o.Problems, o.Files, o.Pages = append(o.Problems, signedProblem(from.name, 0, file)), nil, 0
			return nil
		}
	}
	for _, file := range o.Files {
		if err := desk.replace(file.Name, file.Data); err != nil {
			return err
		}
	}
	return nil
}

// outcome reads what a part made of a record.
func (p part) outcome(number int, w MergeTarget) (Outcome, error) {
	at, ok := p.entries[number]
	if !ok {
		return Outcome{}, diag.Problem{File: p.name, Message: fmt.Sprintf("в журнале части %d нет записи № %d", p.shard.Index, number),
			Hint: "повторите эту часть с --resume"}
	}
	var one line
	if err := json.NewDecoder(io.NewSectionReader(p.log, at, maxLine)).Decode(&one); err != nil {
		return Outcome{}, err
	}
	e := one.Entry
	for i, file := range e.Files {
		data, err := p.folder.ReadFile(file.Name)
		e.Files[i] = newFile(file.Name, data)
		if err != nil || e.Files[i].Sum != file.Sum && (w.IsSigned == nil || !w.IsSigned(file.Name, data)) {
			return Outcome{}, diag.Problem{File: p.name, Message: fmt.Sprintf("файла «%s» нет или он изменён", file.Name),
				Hint: fmt.Sprintf("повторите часть %d/%d с --resume", p.shard.Index, p.shard.Count)}
		}
		if slices.ContainsFunc(w.Reserved, func(name string) bool { return folded(name) == folded(e.Name) }) {
			return Outcome{}, diag.Problem{File: p.name, Message: fmt.Sprintf("файл «%s» — письмо, его имя нельзя дать другому файлу", file.Name),
				Hint: "назовите файл --print или --zip иначе"}
		}
	}
	return Outcome{Number: number, Row: e.Row, Subject: e.Subject, Address: e.Address, Files: e.Files, Pages: e.Pages, Problems: e.Problems}, nil
}

// Close closes the ledgers.
func (p *Shards) Close() {
	for _, part := range p.parts {
		part.log.Close()
	}
}
