package batch

import "fmt"

// Shard is a part of a list: every Count-th record, beginning with the
// Index-th. The zero Shard is the whole list. Machines that are given the same
// list and their own Index make the whole without a word between them.
type Shard struct{ Index, Count int }

// ParseShard reads "2/5".
func ParseShard(text string) (Shard, error) {
	var s Shard
	var rest string
	if n, _ := fmt.Sscanf(text, "%d/%d%s", &s.Index, &s.Count, &rest); n != 2 || s.Index < 1 || s.Index > s.Count {
		return Shard{}, fmt.Errorf("часть записывается как номер/всего, например 1/4, а не «%s»", text)
	}
	return s, nil
}

// holds reports whether a record belongs to the shard, by its number in the
// list from 1.
func (s Shard) holds(number int) bool {
	return s.Count <= 1 || (number-1)%s.Count == s.Index-1
}

// share is how many of so many records the shard holds.
func (s Shard) share(total int) int {
	if s.Count <= 1 {
		return total
	}
	return (total + s.Count - s.Index) / s.Count
}

// suffix tells the files of a shard from those of the others.
func (s Shard) suffix() string {
	if s.Count <= 1 {
		return ""
	}
	return fmt.Sprintf("-%d-of-%d", s.Index, s.Count)
}

// LockName is the file that whoever writes a shard into a folder may lock.
func LockName(s Shard) string { return StateFolder + "/lock" + s.suffix() }

// ReportName is the file of the report: report.csv, or one a shard.
func (s Shard) ReportName() string { return "report" + s.suffix() + ".csv" }
