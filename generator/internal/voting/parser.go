package voting

import (
	"fmt"
	"strconv"
	"strings"
)

// SyntaxError is an error in the text of a rule. Message and Hint are Russian
// sentences without a final full stop.
type SyntaxError struct {
	Offset  int // position in the text, in characters, from 0
	Width   int // number of characters to underline; 0 at the end of the text
	Message string
	Hint    string
}

func (e *SyntaxError) Error() string { return e.Message }

// ParseQuorum parses a quorum such as "> 1/2 of members". A share without a
// base refers to the members, and a share of those present is refused. The
// error is a *SyntaxError.
func ParseQuorum(text string) (Quorum, error) {
	b, err := parseRule(text, members)
	if err == nil && b.den > 0 && b.base != members && b.base != all {
		return Quorum{}, &SyntaxError{Width: len([]rune(text)),
			Message: "кворум считают от всех членов, а не " + bases[b.base].russian,
			Hint:    `например: "> 1/2 of members"`}
	}
	return Quorum{b}, err
}

// ParseMajority parses a majority such as "2/3 of present". A share must have a
// base, unless it is called a majority, which refers to those present. The
// error is a *SyntaxError.
func ParseMajority(text string) (Majority, error) {
	b, err := parseRule(text, noBase)
	if err == nil && b.IsZero() {
		return Majority{}, &SyntaxError{Width: len([]rune(text)), Message: "без большинства решение не принять",
			Hint: `например: "> 1/2 of present"`}
	}
	return Majority{b}, err
}

const maxText = 200 // characters

// parseRule parses a complete rule. Shares without a base get the fallback
// base, or cause an error if that is noBase.
func parseRule(text string, fallback base) (rule, error) {
	runes := []rune(text)
	if len(runes) > maxText {
		return rule{}, &SyntaxError{Width: 1, Message: "правило слишком длинное", Hint: `например: "> 1/2 of members"`}
	}
	p := &parser{tokens: lex(runes), end: len(runes), fallback: fallback}
	b, err := p.rule()
	if err != nil {
		return rule{}, err
	}
	return b, nil
}

type parser struct {
	tokens   []token
	at       int
	end      int // length of the text
	fallback base
}

// rule parses the whole text. The error is nil or a *SyntaxError.
func (p *parser) rule() (b rule, err error) {
	if len(p.tokens) == 0 {
		return b, p.errorAt(0, "правило пусто", `например: "> 1/2 of members"`)
	}
	if _, ok := phrase(p, noneWords); ok {
		return b, p.expectEnd()
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
	return b, p.expectEnd()
}

// threshold parses the relation and the amount.
func (p *parser) threshold() (b rule, err error) {
	if p.accept("<") || p.accept("<=") || p.accept("≤") {
		return b, p.errorAt(-1, "правило называет, сколько голосов нужно самое меньшее",
			"пишите > (больше) или >= (не менее)")
	}
	strict, _ := phrase(p, relations)
	start := p.at
	if b, err = p.amount(); err != nil {
		return b, err
	}
	b.strict = strict
	if err = p.validate(b, start); err != nil {
		return b, err
	}
	if b.num == b.den {
		b.num, b.den, b.percent = 1, 1, false
	}
	b.plus, err = p.plus(b)
	return b, err
}

// amount parses a share or a number.
func (p *parser) amount() (b rule, err error) {
	if share, ok := phrase(p, shares); ok {
		return share, nil
	}
	first, ok := p.number()
	if !ok {
		return b, p.unexpected("нужна доля или число голосов", "например: 1/2, 2/3, 75 %, 5", keys(shares),
			keys(relations), keys(majorities))
	}
	switch {
	case p.accept("/"):
		second, ok := p.number()
		if !ok {
			return b, p.unexpected("после дробной черты нужно число", "например: 2/3")
		}
		b.num, err = p.whole(first)
		if err == nil {
			b.den, err = p.whole(second)
		}
		if err == nil && b.den == 0 {
			err = second.errorAt("на ноль не делят", "например: 2/3")
		}
		return b, err
	case p.accept("%"):
		return p.percent(first)
	}
	b.num, err = p.whole(first)
	return b, err
}

// percent converts 66,7 to 667/1000.
func (p *parser) percent(t token) (rule, error) {
	whole, decimals, _ := strings.Cut(t.text, ".")
	if len(whole) > 3 || len(decimals) > 4 {
		return rule{}, t.errorAt("столько процентов не бывает",
			"не больше 100 и не больше четырёх знаков после запятой")
	}
	b := rule{den: 100, percent: true}
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

// whole returns the value of an integer.
func (p *parser) whole(t token) (int64, error) {
	n, err := strconv.ParseInt(t.text, 10, 64)
	if err != nil || n > maxNumber {
		return 0, t.errorAt("здесь нужно целое число до миллиарда", "доля пишется дробью или в процентах: 1/2, 50 %")
	}
	return n, nil
}

// validate refuses rules that are always or never met.
func (p *parser) validate(b rule, start int) error {
	switch {
	case b.num == 0:
		return p.errorAt(start, "ноль голосов есть всегда", "если порога нет, напишите none")
	case b.den > 0 && b.num > b.den:
		return p.errorAt(start, "доля больше целого", "например: 2/3")
	case b.den > 0 && b.num == b.den && b.strict:
		return p.errorAt(start, "больше, чем все, не бывает", "уберите «больше»")
	}
	return nil
}

// plus parses the votes added to a share: 1/2 + 1.
func (p *parser) plus(b rule) (int64, error) {
	start := p.at
	if !p.accept("+") {
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
		return 0, p.errorAt(start, "здесь прибавлять нечего", "например: 1/2 + 1 of members")
	case b.strict:
		return 0, p.errorAt(start, "«больше» и «+» вместе неясны",
			fmt.Sprintf("напишите «> %s» или «%s + %d»", b.amount(), b.amount(), n))
	}
	return n, nil
}

// base parses the base of a share. A number of votes needs none.
func (p *parser) base(b rule) (base, error) {
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
		return noBase, p.unexpected("непонятно, от кого считать",
			"есть: of members (от членов), of all votes (от общего числа голосов), of present (от присутствующих), "+
				"of voted (от участвующих в голосовании), of cast (от поданных за и против)", keys(baseWords))
	case p.fallback != noBase && (start == p.at || votes):
		return p.fallback, nil
	}
	return noBase, p.errorAt(len(p.tokens), "не сказано, от кого считать долю",
		"добавьте of present (от присутствующих) или of members (от членов)")
}

// expectEnd returns an error unless the text ends here.
func (p *parser) expectEnd() error {
	if p.at == len(p.tokens) {
		return nil
	}
	return p.unexpected("правило уже закончилось", "уберите лишнее")
}
