package meeting

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/voting"
)

// Amount is an exact number of votes, shares or square metres.
type Amount struct{ voting.Amount }

var errNegative = errors.New("голосов не бывает меньше нуля")

// UnmarshalTOML accepts a number or a text with one: 12, 6540.35, "1/3".
func (a *Amount) UnmarshalTOML(value any) (err error) {
	switch v := value.(type) {
	case int64:
		if v < 0 {
			return errNegative
		}
		a.Amount, err = voting.ParseAmount(strconv.FormatInt(v, 10))
		return err
	case float64:
		if v < 0 {
			return errNegative
		}
		a.Amount, err = voting.ParseAmount(strconv.FormatFloat(v, 'f', -1, 64))
		return err
	case string:
		a.Amount, err = voting.ParseAmount(v)
		return err
	}
	return errors.New("здесь нужно число голосов, например 12 или 6540.35")
}

// Ballots are the votes for one choice: their number or who cast them.
type Ballots struct {
	Count Amount
	Names []string // if given, Count is computed from them
	None  bool     // zero, written «нет»
	Zero  bool     // zero, written 0
}

// Given reports whether the file says anything about the choice.
func (b Ballots) Given() bool { return b.None || b.Zero || len(b.Names) > 0 || !b.Count.IsZero() }

// UnmarshalTOML accepts a number, the word "нет" or a list of names.
func (b *Ballots) UnmarshalTOML(value any) error {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			name, ok := item.(string)
			if !ok {
				return errors.New(`в списке голосовавших бывают только имена: ["Первый И. И.", "Вторая М. П."]`)
			}
			b.Names = append(b.Names, name)
		}
		b.Zero = len(v) == 0
		return nil
	case string:
		if strings.EqualFold(strings.TrimSpace(v), "нет") {
			b.None = true
			return nil
		}
	}
	err := b.Count.UnmarshalTOML(value)
	b.Zero = err == nil && b.Count.IsZero()
	if err != nil && !errors.Is(err, errNegative) {
		return fmt.Errorf(`%w; бывают число, "нет" или список имён`, err)
	}
	return err
}

// Vote is a vote: numbers, names, or words instead of them.
type Vote struct {
	// Слова вместо чисел: единогласно, большинством голосов.
	Words string `toml:"words,short"`
	// За: число, список имён или слово нет.
	For Ballots `toml:"for"`
	// Против: число, список имён или слово нет.
	Against Ballots `toml:"against"`
	// Воздержались: число, список имён или слово нет.
	Abstained Ballots `toml:"abstained"`
	// Присутствовали с правом голоса, но не голосовали: число, список имён или слово нет.
	NotVoting Ballots `toml:"not_voting"`
	// Голоса в недействительных бюллетенях: число или слово нет.
	Invalid Ballots `toml:"invalid"`
	// true — голосовали тайно.
	Secret bool `toml:"secret"`
	// Сколько бюллетеней роздано.
	Issued *int `toml:"issued" jsonschema:"minimum=0"`
	// Сколько бюллетеней осталось нерозданными.
	Unissued *int `toml:"unissued" jsonschema:"minimum=0"`
	// Сколько бюллетеней оказалось в урне.
	Returned *int `toml:"returned" jsonschema:"minimum=0"`
	// Как голосовал председательствующий; нужно, когда голоса разделились поровну и решает его
	// голос.
	Chair string `toml:"chair" jsonschema:"enum=for,enum=against"`
	// Большинство по этому вопросу, если не то, что в правилах органа: "2/3 of members".
	Majority string `toml:"majority"`
	// От чего считать проценты по этому вопросу, если не так, как в правилах органа: total, present,
	// voted.
	Base string `toml:"base" jsonschema:"enum=total,enum=present,enum=voted"`
	// true — напечатать поимённое голосование таблицей.
	Roll bool `toml:"roll"`
	// Итог, когда программа его не вычисляет: принято, не принято.
	Outcome string `toml:"outcome" jsonschema:"enum=принято,enum=не принято"`
	// Пояснение после итога: почему решение не принято, что решено дальше.
	Text string `toml:"text"`
}

// kinds returns the ballots of a vote with their keys.
func (v *Vote) kinds() []kind {
	return []kind{
		{"for", &v.For, voting.For}, {"against", &v.Against, voting.Against},
		{"abstained", &v.Abstained, voting.Abstained}, {"not_voting", &v.NotVoting, voting.NotVoting},
		{"invalid", &v.Invalid, voting.Invalid},
	}
}

type kind struct {
	key     string
	ballots *Ballots
	choice  voting.Choice
}

// Unanimous reports whether the vote says «единогласно».
func (v *Vote) Unanimous() bool {
	return strings.HasPrefix(normalize(v.Words), "единогласно")
}

// Given reports whether the file names the number of votes of some kind, which may be 0.
func (v *Vote) Given() bool {
	return slices.ContainsFunc(v.kinds(), func(k kind) bool { return k.ballots.Given() })
}

// counted reports whether the vote has numbers or names.
func (v *Vote) counted() bool {
	for _, k := range v.kinds() {
		if !k.ballots.Count.IsZero() || len(k.ballots.Names) > 0 {
			return true
		}
	}
	return false
}

// Named reports whether the vote says who voted how.
func (v *Vote) Named() bool {
	for _, k := range v.kinds() {
		if len(k.ballots.Names) > 0 {
			return true
		}
	}
	return false
}

// None reports whether zero is printed as «нет» and not as 0.
func (v *Vote) None() bool {
	for _, k := range v.kinds() {
		if k.ballots.None {
			return true
		}
	}
	return v.Named()
}

// outcomes maps words in the file to outcomes.
var outcomes = map[string]voting.Outcome{"принято": voting.Passed, "не принято": voting.Failed}

// choices maps words in the file to the vote of the chair.
var choices = map[string]voting.Choice{"for": voting.For, "за": voting.For, "against": voting.Against,
	"против": voting.Against}
