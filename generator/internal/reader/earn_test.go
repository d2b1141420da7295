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

// TestWorth: pages are worth their letters, unless they cost nothing to write.
func TestWorth(t *testing.T) {
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
		p, worth := &PDF{file: make([]byte, c.size)}, time.Duration(0)
		for _, text := range c.texts {
			worth += p.worth(text)
		}
		want := time.Duration(c.first)*(timePerFirst-timePerLetter) + time.Duration(c.want)*timePerLetter
		if worth != want {
			t.Errorf("%s: it is worth %v, want %v", c.name, worth, want)
		}
	}
}

// TestEarn: pages extend the time of a file by what they have taken, by what their letters are worth, and by what a
// page takes, at most; a file cannot earn more than a limit.
func TestEarn(t *testing.T) {
	page := strings.Repeat("слово ", 500)
	many := strings.SplitAfter(strings.Join(numbered(1000), page), page)
	for _, c := range []struct {
		name  string
		texts []string
		took  time.Duration // each
		want  time.Duration
	}{
		{"a quick page", []string{page}, time.Millisecond, time.Millisecond},
		{"a slow page", []string{page}, time.Minute, mostPerPage},
		{"a page of few letters", []string{"слово"}, time.Minute, 5 * timePerFirst},
		{"a page again", []string{page, page}, time.Minute, mostPerPage},
		{"no text", []string{""}, time.Minute, 0},
		{"a dozen of pages", many[:12], time.Minute, 12 * mostPerPage},
		{"hundreds of pages", many, time.Minute, mostEarned},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			ctx, cancel := budget.Context(t.Context(), time.Second, errors.New("costly"))
			defer cancel()
			p := &PDF{engine: &Engine{ctx: ctx}, file: make([]byte, 8<<20), pages: 100}
			p.AllowForms()
			for _, text := range c.texts {
				p.spent += c.took
				p.Earn(text)
			}
			<-ctx.Done()
			took := time.Since(began) - time.Second - mostForms*timePerForm
			if took < c.want || took > c.want+least {
				t.Errorf("%s: it earns %v, want %v", c.name, took, c.want)
			}
		})
	}
}

// TestPredict: what a page of a reprint takes does not count up to a limit, and gives the page as much time twice.
func TestPredict(t *testing.T) {
	for _, c := range []struct {
		name       string
		took, want time.Duration
	}{
		{"an honest page", mostReprinted, (1 + timesReprint) * mostReprinted},
		{"an endless page", time.Hour, mostReprinted},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			clock := budget.Alone(t.Context(), func() time.Duration { return time.Since(began) })
			ctx, cancel := budget.Context(clock, time.Second, errors.New("costly"))
			defer cancel()
			p := &PDF{engine: &Engine{ctx: ctx}}
			p.Predict()
			done := p.counted()
			time.AfterFunc(c.took, done)
			<-ctx.Done()
			took := time.Since(began) - time.Second
			if took < c.want || took > c.want+time.Second/20 { // how often package budget looks
				t.Errorf("%s: it ends after %v, want %v", c.name, took, c.want)
			}
			time.Sleep(c.took) // done ends
		})
	}
}

// TestFurther: work that may be left undone ends after its time, also when that does not count in the allowance.
func TestFurther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := budget.Context(budget.Alone(t.Context(), clock()), time.Minute, errors.New("costly"))
		defer cancel()
		p := &PDF{engine: &Engine{ctx: ctx}}
		defer p.Predict()()
		over := p.Further(time.Second)
		done := p.counted()
		time.Sleep(time.Second)
		if over() {
			t.Error("it is over too early")
		}
		time.Sleep(time.Millisecond)
		if !over() {
			t.Error("it is not over")
		}
		done()
	})
	p := &PDF{engine: &Engine{ctx: t.Context()}}
	if p.Further(0)() {
		t.Error("it is over without an allowance")
	}
}

// clock returns one that runs as the time does.
func clock() budget.Clock {
	began := time.Now()
	return func() time.Duration { return time.Since(began) }
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
