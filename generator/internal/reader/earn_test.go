package reader

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
)

// TestEarn: pages extend the time of a file by their letters, unless they cost nothing to write.
func TestEarn(t *testing.T) {
	page := strings.Repeat("слово ", 500)
	for _, c := range []struct {
		name  string
		size  int // of the file
		texts []string
		first int // letters that stand for their pages
		want  int // letters
	}{
		{"no text", 1 << 20, []string{"", "", ""}, 0, 0},
		{"two pages", 1 << 20, []string{page, "2" + page}, 200, 6001},
		{"one text again and again", 1 << 20, []string{page, page, page, page}, 100, 3000},
		{"more letters than a page has", 1 << 20, []string{strings.Repeat(page, 30)}, 100, mostLetters},
		{"a file that is too small for its text", 8000, []string{page, "2" + page, "3" + page}, 200, 4000},
		{"a letter each", 1 << 20, []string{"а", "б", "в"}, 3, 3},
		{"pages of four letters", 1 << 20, numbered(1000), 4000, 4000},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx, cancel := budget.Context(t.Context(), time.Second, errors.New("costly"))
			defer cancel()
			p := &PDF{engine: &Engine{ctx: ctx}, file: make([]byte, c.size), pages: 100}
			p.AllowForms()
			for _, text := range c.texts {
				p.Earn(text)
			}
			<-ctx.Done()
			want := time.Second + mostForms*timePerForm +
				time.Duration(c.first)*(timePerFirst-timePerLetter) + time.Duration(c.want)*timePerLetter
			if took := time.Since(began); took < want || took > want+least {
				t.Errorf("%s: it ends after %v, want %v", c.name, took, want)
			}
		})
	}
}

// TestEarnTaken: pages extend the time of a file by what they have taken, and by what their letters are worth, at most;
// a file cannot earn more than a limit.
func TestEarnTaken(t *testing.T) {
	page := strings.Repeat("слово ", 500)
	const worth = 100*timePerFirst + 2900*timePerLetter
	for _, c := range []struct {
		name  string
		texts []string
		took  time.Duration // each
		want  time.Duration
	}{
		{"a quick page", []string{page}, time.Millisecond, time.Millisecond},
		{"a slow page", []string{page}, time.Minute, worth},
		{"a page again", []string{page, page}, time.Minute, worth},
		{"no text", []string{""}, time.Minute, 0},
		{"hundreds of pages", strings.SplitAfter(strings.Join(numbered(200), page), page), time.Minute, mostTaken},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx, cancel := budget.Context(t.Context(), time.Second, errors.New("costly"))
			defer cancel()
			p := &PDF{engine: &Engine{ctx: ctx}, file: make([]byte, 1<<20)}
			for _, text := range c.texts {
				p.spent += c.took
				p.EarnTaken(text)
			}
			<-ctx.Done()
			if took := time.Since(began) - time.Second; took < c.want || took > c.want+least {
				t.Errorf("%s: it earns %v, want %v", c.name, took, c.want)
			}
		})
	}
}

// numbered returns so many texts of four letters.
func numbered(n int) (texts []string) {
	for i := range n {
		texts = append(texts, fmt.Sprintf("%04d", i))
	}
	return texts
}

// least is the least time after which package budget looks again.
const least = 10 * time.Millisecond
