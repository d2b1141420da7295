package voting

import (
	"fmt"
	"strconv"
	"strings"
)

// SyntaxError is a slip in the text of a rule. Message and Hint are Russian
// sentences without a final stop.
type SyntaxError struct {
	Offset  int // of the slip in the text, in characters, from 0
	Width   int // characters to underline; 0 at the end of the text
	Message string
	Hint    string
}

func (e *SyntaxError) Error() string { return e.Message }

// ParseQuorum reads a quorum, such as "> 1/2 of members". Without a base a
// share is of the members; a share of those present is refused. The error is a
// *SyntaxError.
func ParseQuorum(text string) (Quorum, error) {
	b, err := parse(text, members)
	if err == nil && b.den > 0 && b.base != members && b.base != all {
		return Quorum{}, &SyntaxError{Width: len([]rune(text)), Message: "кворум считают от всех членов, а не " + bases[b.base].russian,
			Hint: `например: "> 1/2 of members"`}
	}
	return Quorum{b}, err
}

// ParseMajority reads a majority, such as "2/3 of present". A share must have
// a base, unless it is called a majority, which is of those present. The error
// is a *SyntaxError.
func ParseMajority(text string) (Majority, error) {
	b, err := parse(text, noBase)
	if err == nil && b.IsZero() {
		return Majority{}, &SyntaxError{Width: len([]rune(text)), Message: "без большинства решение не принять",
			Hint: `например: "> 1/2 of present"`}
	}
	return Majority{b}, err
}

const maxText = 200 // characters of a rule

// parse reads a rule to its end. Fallback is the base of a share that names
// none; noBase makes that an error.
func parse(text string, fallback base) (bound, error) {
	runes := []rune(text)
	if len(runes) > maxText {
		return bound{}, &SyntaxError{Width: 1, Message: "правило слишком длинное", Hint: `например: "> 1/2 of members"`}
	}
	p := &parser{tokens: lex(runes), end: len(runes), fallback: fallback}
	b, err := p.rule()
	if err != nil {
		return bound{}, err
	}
	return b, nil
}

type parser struct {
	tokens   []token
	at       int
	end      int // of the text
	fallback base
}

// rule reads the whole text. Its error is nil or a *SyntaxError.
func (p *parser) rule() (b bound, err error) {
	if len(p.tokens) == 0 {
		return b, p.slip(0, "правило пусто", `например: "> 1/2 of members"`)
	}
	if _, ok := phrase(p, nothing); ok {
		return b, p.finish()
	}
	if named, ok := phrase(p, majorities); ok {
		b = named
		if p.fallback == noBase {
			p.fallback = named.base
		}
		b.base = noBase
	}
	if b.den == 0 {
		if b, err = p.threshold(); err != nil {
			return b, err
		}
	}
	if b.base, err = p.base(b); err != nil {
		return b, err
	}
	return b, p.finish()
}

// threshold reads the relation and the amount.
func (p *parser) threshold() (b bound, err error) {
	if p.symbol("<") || p.symbol("<=") || p.symbol("≤") {
		return b, p.slip(-1, "правило называет, сколько голосов нужно самое меньшее", "пишите > (больше) или >= (не менее)")
	}
	strict, _ := phrase(p, relations)
	start := p.at
	if b, err = p.amount(); err != nil {
		return b, err
	}
	b.strict = strict
	if err = p.sensible(b, start); err != nil {
		return b, err
	}
	if b.num == b.den {
		b.num, b.den, b.percent = 1, 1, false
	}
	b.plus, err = p.plus(b)
	return b, err
}

// amount reads a share or a number.
func (p *parser) amount() (b bound, err error) {
	if share, ok := phrase(p, shares); ok {
		return share, nil
	}
	first, ok := p.number()
	if !ok {
		return b, p.unexpected("нужна доля или число голосов", "например: 1/2, 2/3, 75 %, 5", keys(shares), keys(relations), keys(majorities))
	}
	switch {
	case p.symbol("/"):
		second, ok := p.number()
		if !ok {
			return b, p.unexpected("после дробной черты нужно число", "например: 2/3")
		}
		b.num, err = p.whole(first)
		if err == nil {
			b.den, err = p.whole(second)
		}
		if err == nil && b.den == 0 {
			err = second.slip("на ноль не делят", "например: 2/3")
		}
		return b, err
	case p.symbol("%"):
		return p.percent(first)
	}
	b.num, err = p.whole(first)
	return b, err
}

// percent turns 66,7 into 667/1000.
func (p *parser) percent(t token) (bound, error) {
	whole, decimals, _ := strings.Cut(t.text, ".")
	if len(whole) > 3 || len(decimals) > 4 {
		return bound{}, t.slip("столько процентов не бывает", "не больше 100 и не больше четырёх знаков после запятой")
	}
	b := bound{den: 100, percent: true}
	for range decimals {
		b.den *= 10
	}
	b.num, _ = strconv.ParseInt(whole+decimals, 10, 64)
	for b.num%10 == 0 && b.den > 100 {
		b.num, b.den = b.num/10, b.den/10
	}
	return b, nil
}

const maxNumber = 1_000_000_000

// whole is the value of a number without decimals.
func (p *parser) whole(t token) (int64, error) {
	n, err := strconv.ParseInt(t.text, 10, 64)
	if err != nil || n > maxNumber {
		return 0, t.slip("здесь нужно целое число до миллиарда", "доля пишется дробью или в процентах: 1/2, 50 %")
	}
	return n, nil
}

// sensible refuses bounds that everyone or no one meets.
func (p *parser) sensible(b bound, start int) error {
	switch {
	case b.num == 0:
		return p.slip(start, "ноль голосов есть всегда", "если порога нет, напишите none")
	case b.den > 0 && b.num > b.den:
		return p.slip(start, "доля больше целого", "например: 2/3")
	case b.den > 0 && b.num == b.den && b.strict:
		return p.slip(start, "больше, чем все, не бывает", "уберите «больше»")
	}
	return nil
}

// plus reads the votes above a share: 1/2 + 1.
func (p *parser) plus(b bound) (int64, error) {
	start := p.at
	if !p.symbol("+") {
		return 0, nil
	}
	t, ok := p.number()
	if !ok {
		return 0, p.unexpected("после знака + нужно число голосов", "например: 1/2 + 1")
	}
	n, err := p.whole(t)
	switch {
	case err != nil:
		return 0, err
	case n == 0 || b.den == 0 || b.num == b.den:
		return 0, p.slip(start, "здесь прибавлять нечего", "например: 1/2 + 1 of members")
	case b.strict:
		return 0, p.slip(start, "«больше» и «+» вместе неясны", fmt.Sprintf("напишите «> %s» или «%s + %d»", b.amount(), b.amount(), n))
	}
	return n, nil
}

// base reads whose votes the share is of; a number of votes needs none.
func (p *parser) base(b bound) (base, error) {
	start, votes, every := p.at, false, false
	for {
		filler, ok := phrase(p, fillers)
		if !ok {
			break
		}
		votes, every = votes || filler == ofVotes, every || filler == ofEvery
	}
	found, ok := phrase(p, baseWords)
	switch {
	case b.den == 0:
		return noBase, nil
	case ok:
		return found, nil
	case votes && every:
		return all, nil
	case p.at < len(p.tokens):
		return noBase, p.unexpected("непонятно, от кого считать", "есть: of members (от членов), of all votes (от общего числа голосов), "+
			"of present (от присутствующих), of voted (от участвующих в голосовании), of cast (от поданных за и против)", keys(baseWords))
	case p.fallback != noBase && (start == p.at || votes):
		return p.fallback, nil
	}
	return noBase, p.slip(len(p.tokens), "не сказано, от кого считать долю", "добавьте of present (от присутствующих) или of members (от членов)")
}

// finish demands the end of the text.
func (p *parser) finish() error {
	if p.at == len(p.tokens) {
		return nil
	}
	return p.unexpected("правило уже закончилось", "уберите лишнее")
}
